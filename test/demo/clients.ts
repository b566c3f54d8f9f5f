/** Invented people, with numbers that regulators keep free for fiction where they do, on example domains. */
interface Pool {
  people: string[]
  /** A number that nobody has; `n` counts up. */
  phone: (n: number) => string
}

const POOLS: Record<string, Pool> = {
  US: {
    people: [
      ...['Nora Whitfield', 'Marcus Bell', 'Elena Vargas', 'Trevor Kim', 'Alicia Romero', 'Grant Sutherland'],
      ...['Holly Nakamura', 'Peter Lindqvist', 'Simone Archer', 'Owen Castellano', 'Ruth Abernathy', 'Victor Osei'],
      ...['Dana Fielding', 'Luis Cabrera', 'Wendy Marsh', 'Isaac Thornton', 'June Delacroix']
    ],
    phone: (n) => `+1415555${pad(100 + (n % 100), 4)}`
  },
  DE: {
    people: [
      ...['Sabine Vogt', 'Henning Rieck', 'Miriam Seidel', 'Torben Hauck', 'Ulrike Lenz', 'Florian Behrens'],
      ...['Annika Stolte', 'Matthias Kroll', 'Birgit Hollmann', 'Sven Ahrens', 'Carola Wiese', 'Jan Pohlmann']
    ],
    phone: (n) => `+493023125${pad(n % 1000, 3)}`
  },
  AT: { people: ['Theresa Gruber', 'Lukas Haslinger', 'Verena Moser'], phone: (n) => `+431555${pad(n % 10_000, 4)}` },
  CH: { people: ['Reto Ammann', 'Céline Burri'], phone: (n) => `+4144555${pad(n % 10_000, 4)}` },
  BR: {
    people: ['Camila Nogueira', 'Thiago Barros', 'Fernanda Queiroz', 'Bruno Sales', 'Letícia Amaral', 'Diego Pacheco'],
    phone: (n) => `+55115555${pad(n % 10_000, 4)}`
  },
  FR: {
    people: ['Claire Fontanel', 'Mathieu Besson', 'Inès Caradec', 'Hugo Delmas'],
    phone: (n) => `+3319900${pad(n % 10_000, 4)}`
  },
  GB: {
    people: ['Harriet Cole', 'Imran Siddiqui', 'Fiona Braithwaite'],
    phone: (n) => `+44207946${pad(n % 1000, 4)}`
  }
}

export interface Client {
  name: string
  company: string
  phone: string
  email: string
}

const counts = new Map<string, number>()
const addresses = new Set<string>()

/** Each time another person with a number of its own: the same client twice would be held as a duplicate. */
export function nextClient(country: string, company: string): Client {
  const pool = POOLS[country] ?? POOLS.US!
  const count = counts.get(country) ?? 0
  counts.set(country, count + 1)
  const name = pool.people[count % pool.people.length]!
  return { name, company, phone: pool.phone(count), email: nextAddress(name, company) }
}

function nextAddress(name: string, company: string): string {
  const domain = `${plain(company, '-')}.example`
  for (let number = 1; ; number++) {
    const address = `${plain(name)}${number > 1 ? number : ''}@${domain}`
    if (addresses.has(address)) continue
    addresses.add(address)
    return address
  }
}

const pad = (n: number, length: number): string => String(n).padStart(length, '0')

function plain(text: string, separator = '.'): string {
  const letters = text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss')
  return letters.replaceAll(/[^a-z0-9]+/g, separator)
}
