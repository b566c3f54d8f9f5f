/** Open application frames by APP_SID. */
export const frames = new Map()

export async function ask(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
  return answer.json()
}

export function make(tag, className, text) {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text) element.textContent = text
  return element
}

/** An iframe called DOMAIN|PROTOCOL|APP_SID, filled by a POST from a hidden form. */
export async function openFrame(host, request, slider) {
  const opened = await ask('/frame/open', request)
  if (opened.blocked) {
    host.replaceChildren(make('div', 'card blocked', opened.blocked))
    return
  }
  for (const [sid, frame] of frames) if (frame.host === host) frames.delete(sid)
  const iframe = make('iframe', 'app-frame')
  iframe.name = opened.name
  iframe.title = document.getElementById('pagetitle')?.textContent || 'Application'
  iframe.allow = 'clipboard-read; clipboard-write'
  frames.set(opened.sid, { host, request, iframe, slider, sid: opened.sid })
  host.replaceChildren(iframe)
  const form = make('form')
  form.method = 'post'
  form.action = opened.action
  form.target = opened.name
  form.hidden = true
  for (const [name, value] of Object.entries(opened.fields)) {
    const input = make('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
  form.remove()
}
