/** An action may take away, or disable, the very thing that was pressed: then what stands around it gets the focus. */
export function keepFocus(): void {
  let last: Element | null = null
  let around: HTMLElement[] = []

  const isLost = () => last !== null && (!last.isConnected || last.matches(':disabled'))
  const rescue = () => {
    if (!isLost() || (document.activeElement !== null && document.activeElement !== document.body)) return
    const heir = around.find((element) => element.isConnected)
    last = null
    if (heir) lend(heir)
  }
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    last = target
    around = ancestorsOf(target)
  })
  document.addEventListener('pointerdown', () => (last = null), true)
  new MutationObserver(() => {
    if (isLost()) requestAnimationFrame(() => setTimeout(rescue))
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] })
}

function ancestorsOf(element: HTMLElement): HTMLElement[] {
  const { parentElement: parent } = element
  return parent && parent !== document.body ? [parent, ...ancestorsOf(parent)] : []
}

/** Tab goes on from there; for itself it is no stop. */
function lend(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    element.setAttribute('tabindex', '-1')
    element.style.outline = 'none'
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
}
