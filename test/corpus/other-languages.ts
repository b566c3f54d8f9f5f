import type { Language } from './language.ts'

export const italian: Language = {
  code: 'it',
  country: 'IT',
  firstNames: ['Ginevra', 'Niccolò', 'Ludovica', 'Ermanno', 'Perla', 'Tancredi'],
  lastNames: ['Bellandi', 'Castellucci', 'Dell’Acqua', 'Guadagnino', 'Passalacqua', 'Quattrocchi'],
  legalForms: ['S.r.l.', 'S.p.A.', 'Srls', 'S.n.c.'],
  phones: ['340 000 0xxx', '06 0000 0xxx', '340-0000xxx', '02/00000xxx'],
  internationalPhone: '+39 340 000 0xxx',
  digits: ['zero', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'],
  digitGap: ' ',
  at: ['(at)', ' chiocciola ', '[chiocciola]'],
  dot: ['(punto)', ' punto ', '[punto]'],
  addresses: ['Via della Finzione 1x|, 00100 Roma', 'Viale degli Esempi, 2x', 'Piazza Modello 3'],
  currency: ['# €', '€ #', '# euro'],
  thousands: '.',
  users: 'utenti',
  secretSentences: {
    phone: ['Chiamatemi al {phone} nel pomeriggio.', 'Telefono: {phone}', 'Il mio numero è {phone}.'],
    email: ['Scrivete a {email} per favore.', 'Mandate l’offerta a {email} oggi.', 'Email: {email}'],
    url: ['Il nostro sito è {url} ed è nuovo.', 'Vedere {url} per i dettagli.'],
    messenger: ['Sono anche qui: {messenger}.', '{messenger} è più veloce.'],
    iban: ['Acconto su {iban} come detto.'],
    address: ['Indirizzo: {address}', 'La sede si trova in {address}'],
    name: ['Chiedete di {name} in portineria.', 'Vi scrive {name}, responsabile vendite.', 'Cordiali saluti, {name}'],
    company: ['Noi di {company} vendiamo macchine.', '{company} cerca un CRM.']
  },
  innocentSentences: [
    'Abbiamo {users} e un budget di {money}.',
    'Si parte il {date} e si finisce il {date}.',
    'Oggi usiamo {product} e {product}, versione {version}.',
    'Circa {big} schede arrivano da {product}.',
    'Dal punto di vista tecnico il punto è la formazione, via API.',
    'L’assistenza deve rispondere dalle {times}.',
    'WhatsApp e Telegram vanno collegati a Bitrix24.',
    'Uno o due corsi per tre gruppi bastano.',
    'L’ordine n. {order} scade nel {years}.',
    'Siamo certificati {iso}.'
  ]
}

export const polish: Language = {
  code: 'pl',
  country: 'PL',
  firstNames: ['Agnieszka', 'Zbigniew', 'Małgorzata', 'Wojciech', 'Żaneta', 'Łukasz'],
  lastNames: ['Brzęczyszczykiewicz', 'Wąsowska', 'Gołębiewski', 'Śliwińska', 'Żurawski', 'Chrzanowska'],
  legalForms: ['Sp. z o.o.', 'S.A.', 'sp.j.'],
  phones: ['500 001 xxx', '22 000 0x xx', '500-001-xxx', '(22) 000 0xxx'],
  internationalPhone: '+48 500 001 xxx',
  digits: ['zero', 'jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem', 'dziewięć'],
  digitGap: ' ',
  at: ['(at)', ' małpa ', '[małpa]'],
  dot: ['(kropka)', ' kropka ', '[kropka]'],
  addresses: ['ul. Przykładowa 1x|, 00-001 Warszawa', 'al. Wzorcowa 2x/3', 'ul. Długa 5x'],
  currency: ['# zł', '# PLN', '# złotych'],
  thousands: ' ',
  users: 'użytkowników',
  secretSentences: {
    phone: ['Proszę dzwonić pod {phone} po południu.', 'Telefon: {phone}', 'Mój numer to {phone}.'],
    email: ['Proszę pisać na {email} w sprawie oferty.', 'Ofertę proszę wysłać na {email} dziś.', 'E-mail: {email}'],
    url: ['Nasza strona to {url} i jest nowa.', 'Więcej: {url}'],
    messenger: ['Jestem też tutaj: {messenger}.', '{messenger} jest najszybszy.'],
    iban: ['Zaliczka na {iban} zgodnie z umową.'],
    address: ['Adres: {address}', 'Biuro mieści się przy {address}'],
    name: ['Proszę pytać o {name} w recepcji.', 'Pisze {name}, dział sprzedaży.', 'Pozdrawiam, {name}'],
    company: ['W {company} sprzedajemy maszyny.', '{company} szuka CRM.']
  },
  innocentSentences: [
    'Mamy {users} i budżet {money}.',
    'Start {date}, koniec {date}.',
    'Używamy {product} i {product} w wersji {version}.',
    'Około {big} rekordów z {product} trzeba przenieść.',
    'Wsparcie w godzinach {times}, od poniedziałku do piątku.',
    'WhatsApp i Telegram trzeba połączyć z Bitrix24.',
    'Jedno lub dwa szkolenia dla trzech zespołów wystarczą.',
    'Zamówienie {order} kończy się w {years}.',
    'Mamy certyfikat {iso}.'
  ]
}

export const turkish: Language = {
  code: 'tr',
  country: 'TR',
  firstNames: ['Ayşegül', 'İbrahim', 'Şükran', 'Çağlar', 'Özge', 'Yiğit'],
  lastNames: ['Yıldırımoğlu', 'Karadağlı', 'Öztürkmen', 'Şahinbaş', 'Çelikkol', 'Gümüşdere'],
  legalForms: ['Ltd. Şti.', 'A.Ş.', 'San. ve Tic. Ltd. Şti.'],
  phones: ['0500 000 0x xx', '0 212 000 0x xx', '(0212) 000 0xxx', '0500-000-0xxx'],
  internationalPhone: '+90 500 000 0x xx',
  digits: ['sıfır', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'],
  digitGap: ' ',
  at: ['(at)', ' et ', '[et]', ' kuyruklu a '],
  dot: ['(nokta)', ' nokta ', '[nokta]'],
  addresses: [
    'Örnek Mah. Kurgu Sok. No: 1x|, Kadıköy/İstanbul',
    'Deneme Cad. No: 2x',
    'Hayal Mahallesi Masal Caddesi No:3x'
  ],
  currency: ['# TL', '# ₺', '# lira'],
  thousands: '.',
  users: 'kullanıcı',
  secretSentences: {
    phone: ['Beni {phone} numarasından arayın.', 'Telefon: {phone}', 'Cep numaram {phone}.'],
    email: ['Lütfen {email} adresine yazın.', 'Teklifi {email} adresine gönderin.', 'E-posta: {email}'],
    url: ['Sitemiz {url} yenileniyor.', 'Ayrıntılar: {url}'],
    messenger: ['Buradan da ulaşabilirsiniz: {messenger}.', '{messenger} en hızlısı.'],
    iban: ['Kapora {iban} hesabına yatacak.'],
    address: ['Adres: {address}', 'Ofisimiz burada: {address}'],
    name: ['Resepsiyonda {name} ile görüşün.', 'Ben {name}, satış müdürüyüm.', 'Saygılarımla, {name}'],
    company: ['Biz {company} olarak makine satıyoruz.', '{company} bir CRM arıyor.']
  },
  innocentSentences: [
    '{users} ve {money} bütçemiz var.',
    'Başlangıç {date}, bitiş {date}.',
    '{product} ve {product} kullanıyoruz, sürüm {version}.',
    '{product} içinden yaklaşık {big} kayıt taşınacak.',
    'Destek {times} saatleri arasında olmalı.',
    'WhatsApp ve Telegram Bitrix24 ile bağlanmalı.',
    'Üç ekip için bir veya iki eğitim yeter.',
    'Sipariş {order} {years} içinde bitiyor.',
    '{iso} belgemiz var.'
  ]
}

export const vietnamese: Language = {
  code: 'vi',
  country: 'VN',
  firstNames: ['Thị Hương', 'Văn Quyết', 'Thanh Thảo', 'Minh Khôi', 'Ngọc Bích', 'Đức Thịnh'],
  lastNames: ['Nguyễn', 'Trần', 'Phạm', 'Huỳnh', 'Đặng', 'Bùi'],
  isFamilyFirst: true,
  legalForms: ['JSC', 'Co., Ltd.', 'Corp.'],
  phones: ['0900 000 xxx', '090.000.0xxx', '024 0000 0xxx', '0900000xxx'],
  internationalPhone: '+84 900 000 xxx',
  digits: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  digitGap: ' ',
  at: ['(at)', ' a còng ', '[a còng]'],
  dot: ['(chấm)', ' chấm ', '[chấm]'],
  addresses: ['số 1x đường Giả Tưởng|, Quận 1', '2x phố Ví Dụ', 'Số 3x đường Mẫu'],
  currency: ['# đồng', '# VND', '# ₫'],
  thousands: '.',
  users: 'người dùng',
  secretSentences: {
    phone: ['Vui lòng gọi {phone} buổi chiều.', 'Điện thoại: {phone}', 'Số của tôi là {phone}.'],
    email: ['Xin viết cho {email} nhé.', 'Gửi báo giá tới {email} hôm nay.', 'Email: {email}'],
    url: ['Trang của chúng tôi là {url} mới làm.', 'Xem thêm: {url}'],
    messenger: ['Tôi cũng ở đây: {messenger}.', '{messenger} là nhanh nhất.'],
    iban: ['Đặt cọc vào {iban} như đã bàn.'],
    address: ['Địa chỉ: {address}', 'Văn phòng ở {address}'],
    name: ['Xin hỏi {name} ở lễ tân.', 'Tôi là {name}, phòng kinh doanh.', 'Trân trọng, {name}'],
    company: ['Chúng tôi ở {company} bán máy móc.', '{company} cần CRM.']
  },
  innocentSentences: [
    'Chúng tôi có {users} và ngân sách {money}.',
    'Bắt đầu {date}, kết thúc {date}.',
    'Hiện dùng {product} và {product}, phiên bản {version}.',
    'Khoảng {big} bản ghi từ {product} cần chuyển.',
    'Hỗ trợ từ {times} các ngày trong tuần.',
    'Cần kết nối WhatsApp và Telegram với Bitrix24.',
    'Một hoặc hai buổi đào tạo cho ba nhóm là đủ.',
    'Đạt chuẩn {iso}.'
  ]
}

export const indonesian: Language = {
  code: 'id',
  country: 'ID',
  firstNames: ['Sulistyowati', 'Bambang', 'Kartika', 'Wahyudi', 'Ningsih', 'Prasetyo'],
  lastNames: ['Hadikusumo', 'Wirawan', 'Setiadarma', 'Pangestuti', 'Kusnadi', 'Rahmadhani'],
  legalForms: ['PT', 'CV', 'Tbk'],
  phones: ['0812-0000-0xxx', '0812 0000 0xxx', '021 0000 0xxx', '(021) 00000xxx'],
  internationalPhone: '+62 812-0000-0xxx',
  digits: ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'],
  digitGap: ' ',
  at: ['(at)', '[at]', ' at '],
  dot: ['(titik)', ' titik ', '[titik]'],
  addresses: ['Jl. Contoh Raya No. 1x|, Jakarta', 'Jalan Fiksi No. 2x', 'Jl. Teladan 3x'],
  currency: ['Rp #', 'IDR #', '# rupiah'],
  thousands: '.',
  users: 'pengguna',
  secretSentences: {
    phone: ['Tolong hubungi {phone} sore hari.', 'Telepon: {phone}', 'Nomor saya {phone}.'],
    email: ['Silakan tulis ke {email} ya.', 'Kirim penawaran ke {email} hari ini.', 'Email: {email}'],
    url: ['Situs kami {url} masih baru.', 'Lihat {url} untuk rincian.'],
    messenger: ['Saya juga ada di sini: {messenger}.', '{messenger} paling cepat.'],
    iban: ['Uang muka ke {iban} sesuai janji.'],
    address: ['Alamat: {address}', 'Kantor kami di {address}'],
    name: ['Cari {name} di resepsionis.', 'Saya {name} dari bagian penjualan.', 'Salam, {name}'],
    company: ['Kami di {company} menjual mesin.', '{company} butuh CRM.']
  },
  innocentSentences: [
    'Kami punya {users} dan anggaran {money}.',
    'Mulai {date}, selesai {date}.',
    'Sekarang memakai {product} dan {product} versi {version}.',
    'Sekitar {big} data dari {product} harus dipindah.',
    'Dukungan dari {times} setiap hari kerja.',
    'WhatsApp dan Telegram harus terhubung ke Bitrix24.',
    'Satu atau dua pelatihan untuk tiga tim cukup.',
    'Sudah bersertifikat {iso}.'
  ]
}

export const malay: Language = {
  ...indonesian,
  code: 'ms',
  country: 'MY',
  firstNames: ['Norhaliza', 'Shahrul', 'Faridah', 'Zulkifli', 'Aminuddin', 'Rosnah'],
  lastNames: ['Abdullah', 'Kamaruddin', 'Hamzah', 'Tengku Razif', 'Mokhtar', 'Jamaluddin'],
  legalForms: ['Sdn. Bhd.', 'Bhd.', 'PLT'],
  phones: ['012-000 0xxx', '03-0000 0xxx', '012 000 0xxx', '0120000xxx'],
  internationalPhone: '+60 12-000 0xxx',
  digits: ['kosong', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'lapan', 'sembilan'],
  addresses: ['1x, Jalan Contoh 2/1x|, Petaling Jaya', 'No. 2x, Jalan Rekaan', 'Lorong Teladan 3x'],
  currency: ['RM #', 'MYR #', '# ringgit']
}
