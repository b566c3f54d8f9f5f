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
