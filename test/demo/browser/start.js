/** Ticks the steps that the portals have seen. */
async function look() {
  const progress = await fetch('/progress').then((answer) => answer.json())
  for (const element of document.querySelectorAll('[data-done]'))
    element.classList.toggle('is-done', progress[element.dataset.done] === true)
}

void look()
setInterval(() => {
  if (!document.hidden) look().catch(() => undefined)
}, 2000)
document.addEventListener('visibilitychange', () => void look())

/** Steps that are only to be looked at: done once they were opened. */
for (const link of document.querySelectorAll('.path li:not([data-done]) a'))
  link.addEventListener('click', () => link.closest('li').classList.add('is-done'))
