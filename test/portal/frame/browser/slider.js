import { frames, make } from './frames.js'

export function openSlider(title, width, onClose) {
  const slider = make('div', 'slider')
  const panel = make('div', 'slider-panel')
  if (width > 0) panel.style.maxWidth = `${width}px`
  const close = make('button', 'slider-close', '×')
  close.type = 'button'
  close.ariaLabel = 'Close'
  panel.append(close, make('h2', 'slider-title', title), make('div', 'slider-body'))
  slider.append(panel)
  slider.onClose = onClose
  close.addEventListener('click', () => closeSlider(slider))
  slider.addEventListener('click', (event) => event.target === slider && closeSlider(slider))
  document.body.append(slider)
  return slider
}

export function closeSlider(slider) {
  for (const [sid, frame] of frames) if (frame.slider === slider) frames.delete(sid)
  slider.remove()
  slider.onClose?.()
}

export function closeTopSlider() {
  const slider = [...document.querySelectorAll('.slider')].at(-1)
  if (slider) closeSlider(slider)
}

export function choose(title, items, isMany, done) {
  const dialog = make('dialog', 'chooser')
  dialog.append(make('h2', '', title))
  const chosen = new Set()
  const finish = (list) => {
    dialog.close()
    dialog.remove()
    done(list)
  }
  for (const item of items) {
    const button = make('button', 'choice', item.name)
    button.type = 'button'
    button.addEventListener('click', () => {
      if (!isMany) return finish([item])
      button.classList.toggle('is-chosen')
      if (!chosen.delete(item)) chosen.add(item)
    })
    dialog.append(button)
  }
  const ok = make('button', 'is-good', isMany ? 'Select' : 'Cancel')
  ok.type = 'button'
  ok.addEventListener('click', () => finish([...chosen]))
  dialog.append(ok)
  dialog.addEventListener('cancel', () => finish([]))
  document.body.append(dialog)
  dialog.showModal()
}

export function toast(text) {
  const note = make('div', 'toast', text)
  document.body.append(note)
  setTimeout(() => note.remove(), 4000)
}
