/* The portal's side of the frame: opens applications in iframes and answers their messages. */
import { commands } from './commands.js'
import { ask, frames, openFrame } from './frames.js'
import { closeTopSlider } from './slider.js'

/** `COMMAND[:PARAMS]:KEY:SID`; PARAMS may contain colons. A command with a colon comes as an object. */
function readMessage(data) {
  if (data && typeof data === 'object' && data.method && data.appSid)
    return { command: data.method, params: data.params || {}, key: data.callback, sid: data.appSid }
  if (typeof data !== 'string') return null
  const parts = data.split(':')
  if (parts.length < 3) return null
  const [command] = parts
  const raw = parts.slice(1, -2).join(':')
  let params = raw
  try {
    params = raw === '' ? {} : JSON.parse(raw)
  } catch {
    /* stays text */
  }
  return { command, params, key: parts.at(-2), sid: parts.at(-1) }
}

window.addEventListener('message', (event) => {
  if (event.origin === location.origin && event.data === 'portal:close-slider') return closeTopSlider()
  const message = readMessage(event.data)
  const frame = message && frames.get(message.sid)
  if (!frame || event.source !== frame.iframe.contentWindow) return
  const reply = (value) =>
    frame.iframe.contentWindow?.postMessage(
      `${message.key}:${value === undefined ? '' : JSON.stringify(value)}`,
      event.origin
    )
  const run = commands[message.command]
  if (run) run(message.params, reply, frame)
  else forward(message, reply)
})

function forward(message, reply) {
  ask('/frame/command', { sid: message.sid, command: message.command, params: message.params }).then(
    ({ answer }) => reply(answer),
    () => undefined /* without a network there is no answer */
  )
}

function showTab(button) {
  for (const other of document.querySelectorAll('[data-tab]')) other.classList.toggle('is-active', other === button)
  for (const pane of document.querySelectorAll('.pane')) pane.hidden = pane.id !== button.dataset.tab
  const lazy = document.getElementById(button.dataset.tab)?.querySelector('[data-lazy]')
  if (!lazy) return
  openFrame(lazy, JSON.parse(lazy.dataset.lazy))
  lazy.removeAttribute('data-lazy')
}

for (const host of document.querySelectorAll('[data-frame]')) openFrame(host, JSON.parse(host.dataset.frame))
for (const button of document.querySelectorAll('[data-tab]')) button.addEventListener('click', () => showTab(button))
for (const select of document.querySelectorAll('[data-submit]'))
  select.addEventListener('change', () => {
    const url = new URL(location.href)
    url.searchParams.set('user', select.value)
    location.assign(url)
  })
