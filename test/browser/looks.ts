/** How a page may be looked at: the portal's code of a language, our file for it, a width and a theme. */
export interface Look {
  lang: string
  locale: string
  width: number
  theme: 'light' | 'dark'
}

const LANGUAGES = [
  { lang: 'de', locale: 'de' },
  { lang: 'br', locale: 'pt-BR' },
  { lang: 'vn', locale: 'vi' }
]
const WIDTHS = [1280, 360]
const THEMES = ['light', 'dark'] as const

export const ALL_LOOKS: Look[] = LANGUAGES.flatMap((language) =>
  WIDTHS.flatMap((width) => THEMES.map((theme) => ({ ...language, width, theme })))
)

export const nameOf = ({ locale, width, theme }: Look): string => `${locale}-${width}-${theme}`
