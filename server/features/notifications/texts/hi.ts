import type { NoticeTexts } from './notice-texts.ts'

export const hi: NoticeTexts = {
  requestNew: ({ number, country, services }) => `नया कार्यान्वयन अनुरोध [b]${number}[/b], ${country}: ${services}।`,
  digest: ({ total, locked }) =>
    `पिछले सारांश के बाद नए कार्यान्वयन अनुरोध: [b]${total}[/b]` +
    (locked > 0 ? `, जिनमें से ${locked} आपके लिए अभी लॉक हैं।` : '।'),
  withdrawn: (number) => `अनुरोध [b]${number}[/b] वापस ले लिया गया है। कृपया इस बारे में ग्राहक से अब संपर्क न करें।`,
  erased: (number) =>
    `अनुरोध [b]${number}[/b] के ग्राहक ने अपना व्यक्तिगत डेटा मिटाने को कहा है। कृपया अपनी प्रति हटाएँ और ऐप में पुष्टि करें।`,
  deliveryRefused: (number) =>
    `आपके CRM ने अनुरोध [b]${number}[/b] अस्वीकार किया। ऐप कारण दिखाता है; ठीक करने के बाद उसे वहीं से दोबारा भेजें।`,
  test: 'कार्यान्वयन अनुरोध ऐप की सूचनाएँ यहाँ आती हैं।',
  open: 'ऐप में खोलें'
}
