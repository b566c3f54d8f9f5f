import { ask, openFrame, make } from './frames.js'
import { choose, closeSlider, openSlider, toast } from './slider.js'

const PATHS =
  /^\/(crm\/(deal|lead|contact|company|type)|marketplace|company\/personal\/user\/\d+|workgroups\/group\/\d+)\//

/** What an application may ask the page for; the rest goes to the portal's server. */
export const commands = {
  async setInstallFinish(params, reply, frame) {
    await ask('/frame/command', { sid: frame.sid, command: 'setInstallFinish', params })
    reply(true)
    setTimeout(() => openFrame(frame.host, frame.request, frame.slider), 50)
  },
  resizeWindow({ height }, reply, frame) {
    if (Number(height) > 0) frame.iframe.style.height = `${Number(height)}px`
    reply({ width: frame.iframe.clientWidth, height: frame.iframe.clientHeight })
  },
  setTitle({ title }, reply, frame) {
    const target = frame.slider ? frame.slider.querySelector('.slider-title') : document.getElementById('pagetitle')
    if (target) target.textContent = String(title)
    reply(true)
  },
  setScroll({ scroll }, reply) {
    window.scrollTo(0, Number(scroll) || 0)
    reply(true)
  },
  reloadWindow(_params, reply) {
    reply(true)
    setTimeout(() => location.reload(), 50)
  },
  reloadData(_params, reply) {
    reply(true)
    setTimeout(() => location.reload(), 50)
  },
  openApplication(params, reply) {
    const options = { ...params, IFRAME: 'Y', IFRAME_TYPE: 'SIDE_SLIDER' }
    const slider = openSlider(params.bx24_title || 'Application', Number(params.bx24_width), () => reply(true))
    openFrame(slider.querySelector('.slider-body'), { placement: 'DEFAULT', options }, slider)
  },
  closeApplication(_params, _reply, frame) {
    if (frame.slider) closeSlider(frame.slider)
    else if (window.parent !== window) window.parent.postMessage('portal:close-slider', location.origin)
  },
  openPath({ path }, reply) {
    const url = new URL(path, location.origin)
    if (url.origin !== location.origin || !PATHS.test(url.pathname))
      return reply({ result: 'error', errorCode: 'PATH_NOT_AVAILABLE' })
    url.searchParams.set('IFRAME', 'Y')
    const slider = openSlider('', 0, () => reply({ result: 'close' }))
    const page = make('iframe', 'page-frame')
    page.src = url.pathname + url.search
    slider.querySelector('.slider-body').append(page)
  },
  async selectUser({ mult }, reply) {
    const users = await (await fetch('/frame/users')).json()
    choose('Select a user', users, Boolean(mult), (chosen) => {
      const full = chosen.map((user) => ({
        ...user,
        photo: '',
        sub: false,
        sup: false,
        url: `/company/personal/user/${user.id}/`
      }))
      reply(mult ? full : (full[0] ?? null))
    })
  },
  async selectAccess(_params, reply) {
    const users = await (await fetch('/frame/users')).json()
    choose('Select access', users, true, (chosen) =>
      reply(chosen.map((user) => ({ id: `U${user.id}`, name: user.name })))
    )
  },
  selectCRM(_params, reply) {
    reply({})
  },
  getInterface(_params, reply) {
    reply({ command: ['getInterface', 'placementBindEvent', 'reloadData'], event: [] })
  },
  placementBindEvent(_params, reply) {
    reply(true)
  },
  imCallTo: (params) => toast(`Call to user ${params.userId}`),
  imPhoneTo: (params) => toast(`Call to ${params.phone}`),
  imOpenMessenger: (params) => toast(`Messenger: ${params.dialogId ?? ''}`),
  imOpenHistory: (params) => toast(`History: ${params.dialogId ?? ''}`)
}
