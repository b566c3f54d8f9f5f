/** What the kit's Vue plugin would set; the plugin itself brings a head manager (8 KiB) for these attributes. */
export function markPlatform(): void {
  const agent = navigator.userAgent
  const platform = /BitrixMobile\//.test(agent)
    ? 'bitrix-mobile'
    : /BitrixDesktop\//.test(agent)
      ? 'bitrix-desktop'
      : 'web'
  document.documentElement.dataset.platform = platform
}
