import { describe, expect, it } from 'vitest'
import { scrub, type KnownContact } from './scrub.ts'

const erika: KnownContact = {
  name: 'Erika Müller-Beispiel',
  company: 'Musterwerk Anlagenbau GmbH',
  phone: '+49 30 23125 017',
  email: 'erika.mueller@musterwerk.example'
}
const clean = (text: string, country = 'DE', known: KnownContact = erika) => scrub(text, known, { country }).text

describe('scrubbing cuts', () => {
  it.each([
    ['Rufen Sie 030 23125-017 an, bitte.', 'Rufen Sie […] an, bitte.'],
    ['Tel. 030/23125017 oder mobil 0176 040690 12.', 'Tel. […] oder mobil […].'],
    ['Call ０３０ ２３１２５ ０１７ today', 'Call […] today'],
    ['Number: ٠٣٠٢٣١٢٥٠١٧', 'Number: […]'],
    ['zero three zero two three one two five zero one seven', '[…]'],
    ['null drei null zwei drei eins zwei fünf null eins sieben', '[…]'],
    ['+49 (0)30 | 23 12 50 17', '[…]'],
    ['O3O 23l25 O17 call', '[…] call'],
    ['+1 (202) 555-0143 ext. 5', '[…]'],
    ['202.555.0143', '[…]'],
    ['0 3 0 2 3 1 2 5 0 1 7', '[…]']
  ])('telephone numbers: %s', (text, expected) => expect(clean(text)).toBe(expected))

  it.each([
    ['FR', 'Appelez le 01 99 00 12 34 svp', 'Appelez le […] svp'],
    ['FR', 'zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, trente-quatre', '[…]'],
    ['ES', 'llámame al 612 345 678 por favor', 'llámame al […] por favor'],
    ['ES', 'mi número: seis uno dos tres cuatro cinco seis siete ocho', 'mi número: […]'],
    ['BR', 'WhatsApp (11) 91234-5678', 'WhatsApp […]'],
    ['BR', 'onze, nove um dois três quatro, cinco meia sete oito', '[…]'],
    ['IT', 'cell. 340 123 4567', 'cell. […]'],
    ['PL', 'tel. 512 345 678', 'tel. […]'],
    ['TR', 'sıfır beş üç iki bir iki üç dört beş altı yedi', '[…]'],
    ['CN', '电话：138 0013 8000', '电话：[…]'],
    ['CN', '请打一三八零零一三八零零零', '请打[…]'],
    ['TW', '手機0912-345-678', '手機[…]'],
    ['JP', 'お電話は０３ー１２３４ー５６７８まで', 'お電話は[…]まで'],
    ['VN', 'gọi không chín một hai ba bốn năm sáu bảy tám', 'gọi […]'],
    ['ID', 'WA 0812-3456-7890', 'WA […]'],
    ['MY', 'hubungi kosong satu dua tiga empat lima enam tujuh lapan', 'hubungi […]'],
    ['TH', 'โทร ๐๘๑-๒๓๔-๕๖๗๘', 'โทร […]'],
    ['TH', 'โทรศูนย์แปดหนึ่งสองสามสี่ห้าหกเจ็ดแปด', 'โทร[…]'],
    ['IN', 'मोबाइल ९८७६५ ४३२१०', 'मोबाइल […]'],
    ['IN', 'नौ आठ सात छह पाँच चार तीन दो एक शून्य', '[…]']
  ])('telephone numbers of %s: %s', (country, text, expected) => expect(clean(text, country, {})).toBe(expected))

  it.each([
    ['write erika.mueller@musterwerk.example now', 'write […] now'],
    ['erika.mueller (at) musterwerk (dot) example', '[…]'],
    ['erika [at] musterwerk [dot] example.', '[…].'],
    ['erika at musterwerk dot example', '[…]'],
    ['info ät werk punkt de', '[…]'],
    ['jean arobase exemple point fr', '[…]'],
    ['juan arroba ejemplo punto com', '[…]'],
    ['joao arroba exemplo ponto com ponto br', '[…]'],
    ['anna małpa przyklad kropka pl', '[…]'],
    ['mario chiocciola esempio punto it', '[…]'],
    ['e r i k a @ w e r k . d e', '[…]'],
    ['sales@werk', '[…]'],
    ['联系wang@gongsi.cn谢谢', '联系[…]谢谢'],
    ['wang 艾特 gongsi 点 cn', '[…]'],
    ['ＥＲＩＫＡ＠werk．example', '[…]'],
    ['tanakaアットマークkaishaドットjp', '[…]']
  ])('mail addresses: %s', (text, expected) => expect(clean(text)).toBe(expected))

  it.each([
    ['see https://musterwerk.example/team?a=1.', 'see […].'],
    ['see hxxp://werk.example', 'see […]'],
    ['www.werk.de and werk.de', '[…] and […]'],
    ['werk punkt de', '[…]'],
    ['werk[.]de', '[…]'],
    ['acme dot com', '[…]'],
    ['unser Portal acme.bitrix24.de', 'unser Portal […]'],
    ['müller-bau.example', '[…]'],
    ['官网acme.cn欢迎', '官网[…]欢迎'],
    ['t.me/erika_m or wa.me/4930', '[…] or […]']
  ])('addresses on the net: %s', (text, expected) => expect(clean(text, 'DE', {})).toBe(expected))

  it.each([
    ['Telegram: @erika_m', 'Telegram: […]'],
    ['Skype live:.cid.a1b2c3', 'Skype […]'],
    ['telegram erika_m', 'telegram […]'],
    ['LINE ID: somchai88', 'LINE ID: […]'],
    ['微信号 wangxm88', '微信号 […]'],
    ['微信：wang_88', '微信：[…]'],
    ['加微信wangxm88', '加微信[…]'],
    ['Skype: erikamueller', 'Skype: […]']
  ])('messengers: %s', (text, expected) =>
    expect(clean(text, 'DE', { ...erika, messengers: [{ type: 'skype', value: 'erikamueller' }] })).toBe(expected)
  )

  it.each([
    ['IBAN DE89 3704 0044 0532 0130 00 bitte', 'IBAN […] bitte'],
    ['gb82west12345698765432', '[…]']
  ])('bank accounts: %s', (text, expected) => expect(clean(text)).toBe(expected))

  it.each([
    ['DE', 'Adresse: Hauptstraße 12, 10115 Berlin. Wir suchen Hilfe.', 'Adresse: […]. Wir suchen Hilfe.'],
    ['DE', 'Wir sitzen in der Musterstraße 12a in Berlin', 'Wir sitzen in der […] in Berlin'],
    ['US', 'We are at 123 Main Street, Springfield', 'We are at […]'],
    ['ES', 'Calle Mayor 5', '[…]'],
    ['FR', '12 rue de la Paix', '[…]'],
    ['PL', 'ul. Długa 5', '[…]'],
    ['CN', '地址：北京市朝阳区建国路88号', '地址：[…]'],
    ['IT', 'Via Roma 12', '[…]']
  ])('street addresses of %s: %s', (country, text, expected) => expect(clean(text, country, {})).toBe(expected))

  it.each([
    ['Ich bin Erika Müller-Beispiel von der Musterwerk Anlagenbau GmbH.', 'Ich bin […] von der […].'],
    ['ERIKA MUELLER, MUSTERWERK', '[…]'],
    ['E. Müller', '[…]'],
    ['bei Musterwerk in Berlin', 'bei […] in Berlin'],
    ['E r i k a hier', '[…] hier'],
    ['m.u.s.t.e.r.w.e.r.k', '[…]'],
    ['Erikas Team', '[…] Team']
  ])('the client’s own name and company: %s', (text, expected) => expect(clean(text)).toBe(expected))

  it.each([
    ['Владимир Щербаков', 'This is Vladimir Shcherbakov speaking', 'This is […] speaking'],
    ['Vladimir Ivanov', 'Меня зовут Владимир Иванов.', 'Меня зовут […].'],
    ['Ελένη Παπαδοπούλου', 'I am Eleni Papadopoulou', 'I am […]'],
    ['王小明', '我是王小明，Wang Xiaoming', '我是[…]'],
    ['王小明', '请联系王先生', '请联系[…]先生'],
    ['Somchai Jaidee', 'ติดต่อคุณสมชาย', 'ติดต่อคุณ[…]'],
    ['Naresh Kumar', 'मैं नरेश कुमार हूँ', 'मैं […] हूँ'],
    ['田中太郎', '担当の田中です。田中太郎より', '担当の[…]です。[…]より'],
    ['Nguyễn Văn An', 'Tôi là nguyen van an', 'Tôi là […]'],
    ['José Peña', 'soy JOSE PENA', 'soy […]'],
    ['Anna Kowalska', 'Proszę pytać o Annę Kowalską', 'Proszę pytać o […]'],
    ['Will Young', 'Will Young here, we will grow', '[…] here, we will grow']
  ])('the name %s in: %s', (name, text, expected) => expect(clean(text, 'DE', { name })).toBe(expected))
})

describe('scrubbing leaves alone', () => {
  it.each([
    'Wir haben 40 Nutzer und ein Budget von 25.000 EUR.',
    'Budget 1 000 000 rubles, 250.000,00 € or $1,250,000.00',
    'between 10000 - 20000 EUR, 5000-10000 contacts',
    'from 01.12.2026 to 31.12.2026, Mon-Fri 9:00-18:00 or 09.00-18.00',
    'start 2026-11-22 10:30, fiscal year 2025/2026, Q1 2027',
    'We use Bitrix24, 1C:Enterprise 8.3, SAP S/4HANA and Office 365.',
    'Bitrix24 version 24.0.100, module 23.850.0, PHP 8.2.12',
    'ISO 9001:2015 and ISO 27001:2022 certified',
    'Migrate from Bitrix24.com or bitrix24.de to on-premise, monday.com and Booking.com too',
    'We need help.It is urgent. We use ASP.NET and Node.js, Vue.js.',
    'WhatsApp integration, Telegram bot and Skype for Business, 24/7 support',
    'Messenger: WhatsApp, Telegram und Viber. Telegram: ja.',
    'order 4500123456, invoice no. 2026-000123, INN 7707083893',
    'about 1000000 records and 12500000 rows in the database',
    'one or two trainings, three to five days, ten users',
    'el punto de venta y el punto es la integración',
    'un point de départ, au point de vue technique',
    'look at the reports at least once at night',
    'C/C++, z.B. u.a. d.h. e.g. i.e. etc.',
    'Server 192.168.0.1 port 8080, 500 GB, 16 GB RAM, 3.5 GHz',
    'ratio 1:1000, 99.99 % uptime, 3 x 8 hours',
    '我们有50个用户，预算10万元，2026年3月1日开始',
    '導入予定は2026年4月、ユーザー120名、予算は5,000,000円です',
    'มีผู้ใช้ 50 คน งบประมาณ 500,000 บาท',
    '50 उपयोगकर्ता, बजट 5,00,000 रुपये',
    'Co.Ltd, S.A. de C.V., Sp. z o.o.',
    'report.zip and readme.md, export.csv, main.py'
  ])('%s', (text) => {
    const { text: scrubbed, doubts } = scrub(text, { name: 'Hans Gruber', company: 'Nakatomi KG' }, { country: 'DE' })
    expect(scrubbed).toBe(text)
    expect(doubts).toEqual([])
  })
})
