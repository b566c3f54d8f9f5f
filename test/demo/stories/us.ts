import type { Story } from './story.ts'

const CALIFORNIA = { country: 'US', subdivision: 'US-CA', languages: ['en'] }

/** Open when the demo starts. */
export const US_OPEN: Story[] = [
  {
    ...CALIFORNIA,
    city: 'San Diego',
    services: ['cloud_subscription', 'training'],
    company: 'Sunline Power',
    summary: 'CRM for a solar installer with six sales reps',
    description:
      'Our reps keep leads in their own spreadsheets and nobody follows up. We want one pipeline, reminders and a mobile app, plus two half-day trainings. Please call me on +1 619 555 0142 before noon.',
    role: 'Owner',
    companySize: '11-50',
    industry: 'Renewable energy',
    users: 12,
    budget: [3500, 'USD'],
    timeframe: 'within a month',
    edition: 'Standard',
    source: 'bitrix24.com, form "Find a partner"'
  },
  {
    ...CALIFORNIA,
    city: 'Sacramento',
    services: ['telephony', 'integration'],
    company: 'Bayview Medical Supply',
    summary: 'Connect our call center to the CRM',
    description:
      'Eighteen agents on a cloud PBX. Incoming calls should open the right contact, recordings should land in the timeline, and supervisors need a daily report of missed calls.',
    role: 'Operations manager',
    companySize: '51-200',
    industry: 'Medical supplies',
    users: 22,
    budget: [4200, 'USD'],
    timeframe: 'this quarter',
    edition: 'Professional'
  },
  {
    country: 'US',
    subdivision: 'US-TX',
    city: 'Austin',
    languages: ['en', 'es'],
    services: ['workflow_automation', 'customization'],
    company: 'Lonestar Builders',
    summary: 'Approval workflows for purchase orders',
    description:
      'Purchase orders above 2,000 dollars need two signatures. Today that happens on paper. We would like an approval workflow with reminders and an archive that our auditors can search.',
    role: 'Finance director',
    companySize: '51-200',
    industry: 'Construction',
    users: 60,
    budget: [12000, 'USD'],
    timeframe: 'two to three months'
  },
  {
    country: 'US',
    subdivision: 'US-NY',
    city: 'Brooklyn',
    languages: ['en'],
    services: ['training'],
    company: 'Paper Crane Studio',
    summary: 'Onboarding training for a design studio',
    description:
      'We bought the Basic plan last month and only use the chat. Looking for a friendly trainer who shows us tasks, calendars and the CRM in two sessions.',
    role: 'Studio manager',
    companySize: '1-10',
    industry: 'Design',
    users: 7,
    budget: [900, 'USD'],
    timeframe: 'next two weeks',
    edition: 'Basic'
  },
  {
    ...CALIFORNIA,
    city: 'Oakland',
    services: ['integration', 'app_development'],
    company: 'Tidepool Travel',
    summary: 'Two-way sync with our booking system',
    description:
      'Bookings from our own web app should become deals, and the payment status should come back. The app has a documented REST API; our developer can help.',
    role: 'CTO',
    companySize: '11-50',
    industry: 'Travel',
    users: 18,
    budget: [9500, 'USD'],
    timeframe: 'by the end of the quarter'
  },
  {
    country: 'US',
    subdivision: 'US-IL',
    city: 'Chicago',
    languages: ['en'],
    services: ['on_premise_license', 'installation_hosting', 'customization'],
    company: 'Great Lakes Freight',
    summary: 'Self-hosted intranet for 450 employees',
    description:
      'We have to keep data in our own data center. We need sizing advice, installation on two nodes, single sign-on with our directory and a migration of the old intranet.',
    role: 'Head of IT',
    companySize: '201-1000',
    industry: 'Logistics',
    users: 450,
    budget: [65000, 'USD'],
    timeframe: 'six months',
    edition: 'Enterprise',
    maxPartners: 3
  },
  {
    country: 'US',
    subdivision: 'US-WA',
    city: 'Seattle',
    languages: ['en'],
    services: ['renewal_upgrade'],
    company: 'Cedar & Stone Architects',
    summary: 'Upgrade from Basic to Standard before renewal',
    description:
      'Our subscription runs out soon. Please advise which plan fits 30 people and take care of the upgrade without losing our custom fields.',
    role: 'Office manager',
    companySize: '11-50',
    industry: 'Architecture',
    users: 30,
    budget: [2400, 'USD'],
    timeframe: 'within three weeks',
    edition: 'Basic'
  },
  {
    ...CALIFORNIA,
    city: 'Los Angeles',
    services: ['customization', 'workflow_automation', 'integration'],
    company: 'Harborlight Clinics',
    summary: 'Group-wide CRM for five clinics',
    description:
      'Five clinics, one brand. Referrals, appointments and follow-ups in one CRM with strict access rights per clinic, and automations for recalls. An RFP document is available.',
    role: 'Chief operating officer',
    companySize: '201-1000',
    industry: 'Health care',
    users: 140,
    budget: [48000, 'USD'],
    timeframe: 'start within two months',
    edition: 'Enterprise'
  },
  {
    country: 'US',
    subdivision: 'US-CO',
    city: 'Denver',
    languages: ['en'],
    services: ['cloud_subscription', 'workflow_automation'],
    company: 'Summit Rentals',
    summary: 'Pipeline and quotes for a ski rental chain',
    description:
      'Three shops, one online store. We want to see group bookings as deals, send quotes from the CRM and remind customers automatically before the season starts.',
    role: 'Managing partner',
    companySize: '11-50',
    industry: 'Sports retail',
    users: 16,
    budget: [3800, 'USD'],
    timeframe: 'before November',
    edition: 'Standard'
  }
]

/** What the staff page offers as further examples. */
export const US_EXAMPLES: Story[] = [
  {
    ...CALIFORNIA,
    city: 'San Jose',
    services: ['cloud_subscription', 'customization'],
    company: 'Sunrise Bakery',
    summary: 'First CRM for a growing bakery wholesaler',
    description:
      'We deliver to 140 cafes and track orders by text message. We need customers, standing orders and a simple pipeline for new cafes. Write to me at orders@sunrise-bakery.example, please.',
    role: 'Co-founder',
    companySize: '11-50',
    industry: 'Food wholesale',
    users: 14,
    budget: [4000, 'USD'],
    timeframe: 'within six weeks',
    edition: 'Standard'
  },
  {
    country: 'US',
    subdivision: 'US-FL',
    city: 'Tampa',
    languages: ['en', 'es'],
    services: ['training', 'value_added_services'],
    company: 'Palm Key Realty',
    summary: 'Quarterly training for a real estate office',
    description:
      'Nine brokers, high turnover. We are looking for somebody who trains newcomers every quarter and keeps our automations tidy.',
    role: 'Broker',
    companySize: '1-10',
    industry: 'Real estate',
    users: 9,
    budget: [1800, 'USD'],
    timeframe: 'flexible'
  },
  {
    ...CALIFORNIA,
    city: 'Fresno',
    services: ['integration', 'telephony'],
    company: 'Valley Field Machinery',
    summary: 'Farm equipment dealer: phone system and ERP into the CRM',
    description:
      'Calls, service tickets and spare part orders live in three systems. We want the service desk to see everything of a customer on one screen.',
    role: 'IT lead',
    companySize: '51-200',
    industry: 'Agricultural machinery',
    users: 45,
    budget: [15000, 'USD'],
    timeframe: 'three months',
    edition: 'Professional'
  }
]
