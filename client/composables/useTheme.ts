/** The portal tells no theme, so the frame follows the person's own preference, live. */
export function followTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    document.documentElement.classList.toggle('dark', dark.matches)
    document.documentElement.classList.toggle('light', !dark.matches)
  }
  apply()
  dark.addEventListener('change', apply)
}
