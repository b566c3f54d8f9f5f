import type { ServiceNames } from './names.ts'

export const hi: ServiceNames = {
  purchase: 'खरीद',
  cloud_subscription: 'क्लाउड सदस्यता',
  on_premise_license: 'ऑन-प्रिमाइसेस लाइसेंस',
  renewal_upgrade: 'नवीनीकरण या अपग्रेड',
  value_added_services: 'मूल्य वर्धित सेवाएँ',
  installation_hosting: 'इंस्टॉलेशन और होस्टिंग',
  customization: 'अनुकूलन',
  localization: 'स्थानीयकरण',
  training: 'प्रशिक्षण',
  workflow_automation: 'वर्कफ़्लो स्वचालन',
  telephony: 'टेलीफ़ोनी',
  integration: 'एकीकरण',
  app_development: 'ऐप विकास'
}
