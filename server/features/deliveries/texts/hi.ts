import type { DeliveryTexts } from './delivery-texts.ts'

export const hi: DeliveryTexts = {
  source: 'Bitrix24 कार्यान्वयन अनुरोध',
  firstContact: (number) => `पहला संपर्क: ${number}`,
  firstContactHint: 'ग्राहक चाहता है कि पहला संपर्क व्यक्तिगत हो और दखल देने वाला न हो। संपर्क किसी और को न दें।',
  labels: {
    number: 'अनुरोध',
    summary: 'सारांश',
    description: 'विवरण',
    services: 'सेवाएँ',
    location: 'क्षेत्र',
    languages: 'भाषाएँ',
    role: 'संपर्क की भूमिका',
    companySize: 'कंपनी का आकार',
    industry: 'उद्योग',
    users: 'उपयोगकर्ता',
    budget: 'बजट',
    timeframe: 'समय-सीमा',
    edition: 'संस्करण',
    messengers: 'मैसेंजर',
    website: 'वेबसाइट',
    address: 'पता'
  },
  status: {
    open: 'काम जारी',
    won: 'सफल',
    lost: 'असफल',
    void: 'गिना नहीं गया',
    withdrawn: 'वापस लिया गया',
    erased: 'ग्राहक का डेटा मिटाया गया',
    none: 'कोई अनुरोध नहीं'
  },
  notes: {
    withdrawn: (number) => `अनुरोध ${number} ग्राहक या Bitrix24 ने वापस ले लिया है। कृपया इस बारे में ग्राहक से अब संपर्क न करें।`,
    erased: (number) =>
      `अनुरोध ${number} के ग्राहक ने अपना व्यक्तिगत डेटा मिटाने को कहा है। कृपया इस कार्ड से और बाकी हर जगह से अपनी प्रति हटा दें।`
  }
}
