import type { Language } from './language.ts'

export const chinese: Language = {
  code: 'zh-CN',
  country: 'CN',
  firstNames: [
    ['晓明', 'Xiaoming'],
    ['丽华', 'Lihua'],
    ['建国', 'Jianguo'],
    ['雪梅', 'Xuemei'],
    ['志强', 'Zhiqiang'],
    ['婷婷', 'Tingting']
  ],
  lastNames: [
    ['欧', 'Ou'],
    ['曹', 'Cao'],
    ['彭', 'Peng'],
    ['邓', 'Deng'],
    ['蒋', 'Jiang'],
    ['薛', 'Xue']
  ],
  isFamilyFirst: true,
  legalForms: ['有限公司', '股份有限公司', '有限责任公司'],
  phones: ['138 0000 0xxx', '1380000xxxx', '010-0000 0xxx', '138-0000-0xxx'],
  internationalPhone: '+86 138 0000 0xxx',
  digits: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
  digitGap: '',
  at: ['(at)', '艾特', '＠'],
  dot: ['(点)', '点', '．'],
  addresses: ['北京市朝阳区示例路1x号', '上海市虚构街2x号3楼', '深圳市南山区样本大道3x号'],
  currency: ['#元', '人民币#元', '¥#'],
  thousands: ',',
  users: '个用户',
  secretSentences: {
    phone: ['请拨打{phone}联系我。', '电话：{phone}', '我的手机号是{phone}。'],
    email: ['请发邮件到{email}谢谢。', '报价请发至 {email} 。', '邮箱：{email}'],
    url: ['我们的网站是 {url} 。', '详情见{url}'],
    messenger: ['也可以这样找我：{messenger}。', '{messenger} 最快。'],
    iban: ['定金请汇到 {iban} 。'],
    address: ['地址：{address}', '我们公司在{address}'],
    name: ['请找{name}。', '我是{name}，销售经理。', '此致，{name}'],
    company: ['我们{company}销售机械。', '{company}需要CRM。']
  },
  innocentSentences: [
    '我们有{users}，预算{money}。',
    '计划{date}开始，{date}完成。',
    '目前使用{product}和{product}，版本{version}。',
    '大约{big}条记录要从{product}迁移。',
    '支持时间为{times}。',
    '需要把 WhatsApp 和 Telegram 接入 Bitrix24。',
    '三个团队做一两次培训就够了。',
    '订单{order}将在{years}到期。',
    '已通过{iso}认证。'
  ]
}

export const taiwanese: Language = {
  ...chinese,
  code: 'zh-TW',
  country: 'TW',
  firstNames: [
    ['曉明', 'Xiaoming'],
    ['麗華', 'Lihua'],
    ['建國', 'Jianguo'],
    ['雪梅', 'Xuemei'],
    ['志強', 'Zhiqiang'],
    ['怡君', 'Yijun']
  ],
  lastNames: [
    ['歐', 'Ou'],
    ['曹', 'Cao'],
    ['彭', 'Peng'],
    ['鄧', 'Deng'],
    ['蔣', 'Jiang'],
    ['薛', 'Xue']
  ],
  legalForms: ['有限公司', '股份有限公司'],
  phones: ['0900-000-xxx', '0900 000 xxx', '02-0000-0xxx', '(02) 0000 0xxx'],
  internationalPhone: '+886 900 000 xxx',
  addresses: ['台北市信義區範例路1x號', '台中市西區虛構街2x號3樓', '高雄市樣本路3x號'],
  currency: ['#元', '新台幣#元', 'NT$#'],
  users: '位用戶',
  secretSentences: {
    phone: ['請撥打{phone}聯絡我。', '電話：{phone}', '我的手機號碼是{phone}。'],
    email: ['請寫信到{email}謝謝。', '報價請寄至 {email} 。', '信箱：{email}'],
    url: ['我們的網站是 {url} 。', '詳情見{url}'],
    messenger: ['也可以這樣找我：{messenger}。', '{messenger} 最快。'],
    iban: ['訂金請匯到 {iban} 。'],
    address: ['地址：{address}', '我們公司在{address}'],
    name: ['請找{name}。', '我是{name}，業務經理。', '敬上，{name}'],
    company: ['我們{company}銷售機械。', '{company}需要CRM。']
  },
  innocentSentences: [
    '我們有{users}，預算{money}。',
    '預計{date}開始，{date}完成。',
    '目前使用{product}和{product}，版本{version}。',
    '大約{big}筆記錄要從{product}移轉。',
    '支援時間為{times}。',
    '需要把 WhatsApp 和 LINE 接入 Bitrix24。',
    '三個團隊做一兩次訓練就夠了。',
    '已通過{iso}認證。'
  ]
}

export const japanese: Language = {
  code: 'ja',
  country: 'JP',
  firstNames: ['健太郎', '美咲', '翔平', '陽子', '和夫', '由美子'],
  lastNames: ['田中', '佐々木', '長谷川', '小林', '渡辺', '五十嵐'],
  isFamilyFirst: true,
  legalForms: ['株式会社', '合同会社', '有限会社'],
  phones: ['03-0000-xxxx', '090-0000-xxxx', '０３ー００００ー１xxx', '(03) 0000 xxxx'],
  internationalPhone: '+81 90-0000-xxxx',
  digits: ['ゼロ', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'],
  digitGap: '、',
  at: ['(at)', 'アットマーク', '＠'],
  dot: ['(dot)', 'ドット', '．'],
  addresses: ['東京都千代田区架空町1-2-1x', '大阪市北区見本町2x番地', '〒100-0001 東京都港区例町3-4-5'],
  currency: ['#円', '¥#', '予算#円'],
  thousands: ',',
  users: '名',
  secretSentences: {
    phone: ['お電話は{phone}までお願いします。', '電話：{phone}', '携帯は{phone}です。'],
    email: ['{email}までご連絡ください。', '見積もりは {email} へ送ってください。', 'メール：{email}'],
    url: ['弊社サイトは {url} です。', '詳細は{url}をご覧ください。'],
    messenger: ['こちらでも可：{messenger}。', '{messenger} が一番早いです。'],
    iban: ['手付金は {iban} へ。'],
    address: ['住所：{address}', '事務所は{address}です。'],
    name: ['受付で{name}をお呼びください。', '担当の{name}です。', '以上、{name}'],
    company: ['{company}では機械を販売しています。', '私ども{company}はCRMを探しています。']
  },
  innocentSentences: [
    'ユーザーは{users}、予算は{money}です。',
    '{date}に開始し、{date}に完了予定です。',
    '現在{product}と{product}のバージョン{version}を使っています。',
    '{product}から約{big}件を移行します。',
    'サポートは{times}を希望します。',
    'WhatsAppとLINEをBitrix24に連携したいです。',
    '三つのチームに一、二回の研修で十分です。',
    '{iso}を取得済みです。'
  ]
}

export const thai: Language = {
  code: 'th',
  country: 'TH',
  firstNames: [
    ['สมชาย', 'Somchai'],
    ['ประเสริฐ', 'Prasert'],
    ['กัลยา', 'Kanlaya'],
    ['วรวุฒิ', 'Worawut'],
    ['ศิริพร', 'Siriporn'],
    ['ณัฐพล', 'Natthapon']
  ],
  lastNames: [
    ['แก้วมณี', 'Kaewmanee'],
    ['ทองดี', 'Thongdee'],
    ['ศรีสวัสดิ์', 'Srisawat'],
    ['บุญเรือง', 'Bunrueang'],
    ['วงศ์ใหญ่', 'Wongyai'],
    ['จันทร์หอม', 'Chanhom']
  ],
  legalForms: ['จำกัด', 'จำกัด (มหาชน)'],
  phones: ['080-000-0xxx', '02 000 0xxx', '080 000 0xxx', '0800000xxx'],
  internationalPhone: '+66 80 000 0xxx',
  digits: ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'],
  digitGap: '',
  nativeZero: 0xe50,
  at: ['(at)', ' แอท ', '[at]'],
  dot: ['(dot)', ' จุด ', '[จุด]'],
  addresses: ['1x/2 ถนนตัวอย่าง แขวงสมมุติ เขตบางรัก 10500', '2x ซอยจำลอง ถนนสมมุติ', 'เลขที่ 3x ถนนต้นแบบ'],
  currency: ['# บาท', '฿#', 'THB #'],
  thousands: ',',
  users: 'ผู้ใช้',
  secretSentences: {
    phone: ['กรุณาโทร {phone} ช่วงบ่าย', 'เบอร์โทร: {phone}', 'มือถือของผมคือ {phone}'],
    email: ['เขียนมาที่ {email} ได้เลย', 'ส่งใบเสนอราคาไปที่ {email} วันนี้', 'อีเมล: {email}'],
    url: ['เว็บไซต์ของเราคือ {url} ครับ', 'ดูเพิ่มเติม {url}'],
    messenger: ['ติดต่อทางนี้ก็ได้: {messenger}', '{messenger} เร็วที่สุด'],
    iban: ['มัดจำโอนเข้า {iban} ตามตกลง'],
    address: ['ที่อยู่: {address}', 'สำนักงานอยู่ที่ {address}'],
    name: ['ติดต่อคุณ{name}ที่เคาน์เตอร์', 'ผม {name} ฝ่ายขาย', 'ขอบคุณครับ {name}'],
    company: ['เราที่ {company} ขายเครื่องจักร', '{company} ต้องการ CRM']
  },
  innocentSentences: [
    'เรามี{users} และงบประมาณ {money}',
    'เริ่ม {date} เสร็จ {date}',
    'ตอนนี้ใช้ {product} และ {product} เวอร์ชัน {version}',
    'ข้อมูลประมาณ {big} รายการจาก {product}',
    'ต้องการการสนับสนุน {times} น.',
    'ต้องเชื่อม WhatsApp และ LINE กับ Bitrix24',
    'อบรมหนึ่งหรือสองครั้งสำหรับสามทีมก็พอ',
    'ผ่านมาตรฐาน {iso}'
  ]
}

export const hindi: Language = {
  code: 'hi',
  country: 'IN',
  firstNames: [
    ['नरेश', 'Naresh'],
    ['सुनीता', 'Sunita'],
    ['राजेन्द्र', 'Rajendra'],
    ['कविता', 'Kavita'],
    ['विक्रम', 'Vikram'],
    ['मीनाक्षी', 'Meenakshi']
  ],
  lastNames: [
    ['त्रिवेदी', 'Trivedi'],
    ['चौधरी', 'Chaudhari'],
    ['अग्रवाल', 'Agraval'],
    ['भटनागर', 'Bhatnagar'],
    ['देशपांडे', 'Deshpande'],
    ['मल्होत्रा', 'Malhotra']
  ],
  legalForms: ['Pvt. Ltd.', 'प्राइवेट लिमिटेड', 'LLP'],
  phones: ['90000 00xxx', '090000 00xxx', '011-0000 0xxx', '90000-00xxx'],
  internationalPhone: '+91 90000 00xxx',
  digits: ['शून्य', 'एक', 'दो', 'तीन', 'चार', 'पाँच', 'छह', 'सात', 'आठ', 'नौ'],
  digitGap: ' ',
  nativeZero: 0x966,
  at: ['(at)', ' ऐट ', '[at]'],
  dot: ['(dot)', ' डॉट ', '[डॉट]'],
  addresses: ['मकान नंबर 1x, काल्पनिक मार्ग', 'प्लॉट नंबर 2x, उदाहरण नगर', 'दुकान नं. 3x, नमूना रोड'],
  currency: ['₹#', '# रुपये', 'Rs. #'],
  thousands: ',',
  users: 'उपयोगकर्ता',
  secretSentences: {
    phone: ['कृपया {phone} पर कॉल करें।', 'फ़ोन: {phone}', 'मेरा नंबर {phone} है।'],
    email: ['कृपया {email} पर लिखें।', 'प्रस्ताव {email} पर भेजें।', 'ईमेल: {email}'],
    url: ['हमारी साइट {url} है।', 'और जानें: {url}'],
    messenger: ['यहाँ भी मिलें: {messenger}।', '{messenger} सबसे तेज़ है।'],
    iban: ['अग्रिम {iban} में जमा होगा।'],
    address: ['पता: {address}', 'हमारा दफ़्तर यहाँ है: {address}'],
    name: ['रिसेप्शन पर {name} से मिलें।', 'मैं {name}, बिक्री प्रमुख।', 'सादर, {name}'],
    company: ['हम {company} में मशीनें बेचते हैं।', '{company} को CRM चाहिए।']
  },
  innocentSentences: [
    'हमारे पास {users} और बजट {money} है।',
    'शुरुआत {date}, समाप्ति {date}।',
    'अभी {product} और {product} संस्करण {version} चल रहा है।',
    '{product} से लगभग {big} रिकॉर्ड लाने हैं।',
    'सहायता {times} चाहिए।',
    'WhatsApp और Telegram को Bitrix24 से जोड़ना है।',
    'तीन टीमों के लिए एक या दो प्रशिक्षण काफ़ी हैं।',
    '{iso} प्रमाणित हैं।'
  ]
}
