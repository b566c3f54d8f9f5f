/** Invented people and companies, with numbers that regulators keep free for fiction, on example domains. */
interface Pool {
  people: string[]
  companies: string[]
  /** A number that nobody has; `n` counts up. */
  phone: (n: number) => string
}

const two = (n: number): string => String(n % 100).padStart(2, '0')

const ENGLISH = [
  ...['Nora Whitfield', 'Marcus Bell', 'Elena Vargas', 'Trevor Kim', 'Alicia Romero', 'Grant Sutherland'],
  ...['Holly Nakamura', 'Peter Lindqvist', 'Simone Archer', 'Owen Castellano', 'Ruth Abernathy', 'Victor Osei'],
  ...['Dana Fielding', 'Luis Cabrera', 'Wendy Marsh', 'Isaac Thornton']
]
const GERMAN = [
  ...['Sabine Vogt', 'Henning Rieck', 'Miriam Seidel', 'Torben Hauck', 'Ulrike Lenz', 'Florian Behrens'],
  ...['Annika Stolte', 'Matthias Kroll', 'Birgit Hollmann', 'Sven Ahrens', 'Carola Wiese', 'Jan Pohlmann']
]

const POOLS: Record<string, Pool> = {
  US: {
    people: ENGLISH,
    companies: [
      ...['Sunline Power', 'Bayview Medical Supply', 'Lonestar Builders', 'Paper Crane Studio', 'Tidepool Travel'],
      ...['Great Lakes Freight', 'Cedar & Stone', 'Harborlight Clinics', 'Summit Rentals', 'Golden Crust Wholesale'],
      ...['Palm Key Realty', 'Valley Field Machinery', 'Redwood Legal', 'Juniper Outdoor', 'Northgate Advisors']
    ],
    phone: (n) => `+1415555${String(100 + (n % 100)).padStart(4, '0')}`
  },
  DE: {
    people: GERMAN,
    companies: [
      ...['Elbkontor Handel', 'Pflegewerk Spree', 'Lechtal Antriebe', 'Rheinblick Haustechnik', 'Kanzlei am Ring'],
      ...['Mainbogen Messebau', 'Weserwind Segeln', 'Neckar Nutzfahrzeuge', 'Ostsee Reisen', 'Fördewerk Zulieferung']
    ],
    phone: (n) => `+493023125${String(100 + (n % 900))}`
  },
  AT: {
    people: ['Theresa Gruber', 'Lukas Haslinger', 'Verena Moser'],
    companies: ['Donaublick Hausverwaltung', 'Festsaal Salzach'],
    phone: (n) => `+4315550${String(100 + (n % 900))}`
  },
  CH: {
    people: ['Reto Ammann', 'Céline Burri'],
    companies: ['Limmat Ingenieure', 'Seefeld Planung'],
    phone: (n) => `+414455501${two(n)}`
  },
  BR: {
    people: ['Camila Nogueira', 'Thiago Barros', 'Fernanda Queiroz', 'Bruno Sales', 'Letícia Amaral', 'Diego Pacheco'],
    companies: ['Escola Horizonte', 'Casa Araucária', 'Transportes Serra Azul', 'Mirante Sistemas', 'Loja Maré Alta'],
    phone: (n) => `+55115555${String(1000 + (n % 9000))}`
  },
  FR: {
    people: ['Claire Fontanel', 'Mathieu Besson', 'Inès Caradec', 'Hugo Delmas'],
    companies: ['Cimes & Cordes', 'Entretien Beaulieu', 'Atelier Vilaine'],
    phone: (n) => `+3319900${String(1000 + (n % 9000))}`
  },
  GB: {
    people: ['Harriet Cole', 'Imran Siddiqui', 'Fiona Braithwaite'],
    companies: ['Canal Street Lettings', 'Pennine Homes'],
    phone: (n) => `+44207946${String(100 + (n % 900)).padStart(4, '0')}`
  }
}

export interface Client {
  name: string
  company: string
  phone: string
  email: string
}

const counts = new Map<string, number>()

/** Each time another client; names come round after a while, phones and addresses don't. */
export function nextClient(country: string): Client {
  const pool = POOLS[country] ?? POOLS.US!
  const count = counts.get(country) ?? 0
  counts.set(country, count + 1)
  const name = pool.people[count % pool.people.length]!
  const round = Math.floor(count / pool.companies.length)
  const company = pool.companies[count % pool.companies.length]! + (round > 0 ? ` ${round + 1}` : '')
  const mailbox = plain(name).replaceAll(' ', '.')
  const domain = plain(company).replaceAll(/[^a-z0-9]+/g, '-')
  return { name, company, phone: pool.phone(count), email: `${mailbox}@${domain}.example` }
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss')
}
