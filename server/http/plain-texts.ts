/** A page outside of any portal; one whose opener was not confirmed; the server in trouble. */
export type PlainPage = 'outside' | 'unconfirmed' | 'unavailable'

/** Short enough to be sent without the client, which is not there when these are needed. */
export const PLAIN_TEXTS: Record<string, Record<PlainPage, { title: string; text: string }>> = {
  en: {
    outside: {
      title: 'Open the app inside your Bitrix24',
      text: 'This page works only inside of a portal: open it from the menu of your Bitrix24.'
    },
    unconfirmed: {
      title: 'Bitrix24 did not confirm who you are',
      text: 'Please open the app again from the menu of your Bitrix24.'
    },
    unavailable: {
      title: 'The app is not available right now',
      text: 'It may be restarting. Reload the page in a moment.'
    }
  },
  de: {
    outside: {
      title: 'Öffnen Sie die App in Ihrem Bitrix24',
      text: 'Diese Seite läuft nur in einem Portal: Öffnen Sie sie im Menü Ihres Bitrix24.'
    },
    unconfirmed: {
      title: 'Bitrix24 hat nicht bestätigt, wer Sie sind',
      text: 'Bitte öffnen Sie die App noch einmal im Menü Ihres Bitrix24.'
    },
    unavailable: {
      title: 'Die App ist gerade nicht verfügbar',
      text: 'Sie startet vielleicht neu. Laden Sie die Seite gleich noch einmal.'
    }
  },
  es: {
    outside: {
      title: 'Abra la aplicación dentro de su Bitrix24',
      text: 'Esta página solo funciona dentro de un portal: ábrala desde el menú de su Bitrix24.'
    },
    unconfirmed: {
      title: 'Bitrix24 no ha confirmado su identidad',
      text: 'Vuelva a abrir la aplicación desde el menú de su Bitrix24.'
    },
    unavailable: {
      title: 'La aplicación no está disponible en este momento',
      text: 'Puede que se esté reiniciando. Recargue la página en un momento.'
    }
  },
  'pt-BR': {
    outside: {
      title: 'Abra o aplicativo dentro do seu Bitrix24',
      text: 'Esta página só funciona dentro de um portal: abra-a pelo menu do seu Bitrix24.'
    },
    unconfirmed: {
      title: 'O Bitrix24 não confirmou quem você é',
      text: 'Abra o aplicativo novamente pelo menu do seu Bitrix24.'
    },
    unavailable: {
      title: 'O aplicativo não está disponível no momento',
      text: 'Ele pode estar reiniciando. Recarregue a página em instantes.'
    }
  },
  fr: {
    outside: {
      title: 'Ouvrez l’application dans votre Bitrix24',
      text: 'Cette page ne fonctionne que dans un portail\u00a0: ouvrez-la depuis le menu de votre Bitrix24.'
    },
    unconfirmed: {
      title: 'Bitrix24 n’a pas confirmé votre identité',
      text: 'Veuillez rouvrir l’application depuis le menu de votre Bitrix24.'
    },
    unavailable: {
      title: 'L’application n’est pas disponible pour le moment',
      text: 'Elle redémarre peut-être. Rechargez la page dans un instant.'
    }
  },
  it: {
    outside: {
      title: 'Apra l’applicazione nel Suo Bitrix24',
      text: 'Questa pagina funziona solo dentro un portale: la apra dal menu del Suo Bitrix24.'
    },
    unconfirmed: {
      title: 'Bitrix24 non ha confermato la Sua identità',
      text: 'Riapra l’applicazione dal menu del Suo Bitrix24.'
    },
    unavailable: {
      title: 'L’applicazione non è disponibile al momento',
      text: 'Forse si sta riavviando. Ricarichi la pagina tra un momento.'
    }
  },
  pl: {
    outside: {
      title: 'Proszę otworzyć aplikację w swoim Bitrix24',
      text: 'Ta strona działa tylko w portalu: proszę otworzyć ją z menu Bitrix24.'
    },
    unconfirmed: {
      title: 'Bitrix24 nie potwierdził Państwa tożsamości',
      text: 'Proszę ponownie otworzyć aplikację z menu Bitrix24.'
    },
    unavailable: {
      title: 'Aplikacja jest teraz niedostępna',
      text: 'Może się właśnie uruchamiać. Proszę za chwilę przeładować stronę.'
    }
  },
  tr: {
    outside: {
      title: 'Uygulamayı Bitrix24’ünüzün içinde açın',
      text: 'Bu sayfa yalnızca bir portalın içinde çalışır: Bitrix24’ünüzün menüsünden açın.'
    },
    unconfirmed: {
      title: 'Bitrix24 kimliğinizi doğrulamadı',
      text: 'Lütfen uygulamayı Bitrix24’ünüzün menüsünden yeniden açın.'
    },
    unavailable: {
      title: 'Uygulama şu anda kullanılamıyor',
      text: 'Yeniden başlıyor olabilir. Birazdan sayfayı yenileyin.'
    }
  },
  'zh-CN': {
    outside: { title: '请在您的 Bitrix24 中打开应用', text: '此页面只能在门户内使用：请从 Bitrix24 的菜单中打开。' },
    unconfirmed: { title: 'Bitrix24 未能确认您的身份', text: '请从 Bitrix24 的菜单中重新打开应用。' },
    unavailable: { title: '应用目前不可用', text: '它可能正在重启。请稍后重新加载页面。' }
  },
  'zh-TW': {
    outside: {
      title: '請在您的 Bitrix24 中開啟應用程式',
      text: '此頁面只能在入口網站內使用：請從 Bitrix24 的選單開啟。'
    },
    unconfirmed: { title: 'Bitrix24 未能確認您的身分', text: '請從 Bitrix24 的選單重新開啟應用程式。' },
    unavailable: { title: '應用程式目前無法使用', text: '它可能正在重新啟動。請稍後重新載入頁面。' }
  },
  ja: {
    outside: {
      title: 'Bitrix24 の中でアプリを開いてください',
      text: 'このページはポータル内でのみ動作します。Bitrix24 のメニューから開いてください。'
    },
    unconfirmed: {
      title: 'Bitrix24 で本人確認ができませんでした',
      text: 'Bitrix24 のメニューからアプリをもう一度開いてください。'
    },
    unavailable: {
      title: 'アプリは現在利用できません',
      text: '再起動中の可能性があります。しばらくしてからページを再読み込みしてください。'
    }
  },
  vi: {
    outside: {
      title: 'Hãy mở ứng dụng trong Bitrix24 của bạn',
      text: 'Trang này chỉ hoạt động trong cổng: hãy mở từ trình đơn Bitrix24.'
    },
    unconfirmed: { title: 'Bitrix24 chưa xác nhận bạn là ai', text: 'Vui lòng mở lại ứng dụng từ trình đơn Bitrix24.' },
    unavailable: {
      title: 'Ứng dụng hiện không khả dụng',
      text: 'Có thể ứng dụng đang khởi động lại. Hãy tải lại trang sau giây lát.'
    }
  },
  id: {
    outside: {
      title: 'Buka aplikasi di dalam Bitrix24 Anda',
      text: 'Halaman ini hanya berfungsi di dalam portal: buka dari menu Bitrix24 Anda.'
    },
    unconfirmed: {
      title: 'Bitrix24 tidak mengonfirmasi identitas Anda',
      text: 'Silakan buka kembali aplikasi dari menu Bitrix24 Anda.'
    },
    unavailable: {
      title: 'Aplikasi saat ini tidak tersedia',
      text: 'Mungkin sedang dimulai ulang. Muat ulang halaman sebentar lagi.'
    }
  },
  ms: {
    outside: {
      title: 'Buka aplikasi dalam Bitrix24 anda',
      text: 'Halaman ini hanya berfungsi dalam portal: buka daripada menu Bitrix24 anda.'
    },
    unconfirmed: {
      title: 'Bitrix24 tidak mengesahkan identiti anda',
      text: 'Sila buka semula aplikasi daripada menu Bitrix24 anda.'
    },
    unavailable: {
      title: 'Aplikasi tidak tersedia buat masa ini',
      text: 'Ia mungkin sedang dimulakan semula. Muat semula halaman sebentar lagi.'
    }
  },
  th: {
    outside: { title: 'เปิดแอปภายใน Bitrix24 ของคุณ', text: 'หน้านี้ทำงานเฉพาะภายในพอร์ทัล: เปิดจากเมนูของ Bitrix24' },
    unconfirmed: { title: 'Bitrix24 ไม่ได้ยืนยันว่าคุณเป็นใคร', text: 'โปรดเปิดแอปอีกครั้งจากเมนูของ Bitrix24' },
    unavailable: { title: 'ขณะนี้แอปไม่พร้อมใช้งาน', text: 'แอปอาจกำลังเริ่มใหม่ โปรดโหลดหน้านี้ใหม่ในอีกสักครู่' }
  },
  hi: {
    outside: {
      title: 'ऐप को अपने Bitrix24 के भीतर खोलें',
      text: 'यह पेज केवल पोर्टल के भीतर काम करता है: इसे अपने Bitrix24 के मेनू से खोलें।'
    },
    unconfirmed: { title: 'Bitrix24 ने आपकी पहचान की पुष्टि नहीं की', text: 'कृपया ऐप को अपने Bitrix24 के मेनू से फिर खोलें।' },
    unavailable: { title: 'ऐप अभी उपलब्ध नहीं है', text: 'वह फिर से शुरू हो रहा हो सकता है। थोड़ी देर में पेज फिर लोड करें।' }
  }
}
