const byId = (id) => document.getElementById(id)
const form = byId('request')
let state = { requests: [], partners: [], countries: [], services: [] }

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

const option = (value, label = value) => element('option', { value, textContent: label })
const button = (label, onclick, className = '') =>
  element('button', { type: 'button', textContent: label, onclick, className })
const countryName = (code) => new Intl.DisplayNames('en', { type: 'region' }).of(code)

// what is sent, and what came back

async function send(kind, type, data, what) {
  const answer = await fetch('/staff/send', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, type, data })
  }).then((response) => response.json())
  showAnswer(kind, type, data, answer, what)
  await refresh()
  return answer
}

function showAnswer(kind, type, data, { status, body }, what) {
  const result = body.state ? `${status} · ${body.state}` : `${status} · ${body.code ?? ''}`
  const details = element(
    'details',
    {},
    element('summary', { textContent: 'What was sent' }),
    element('pre', { textContent: `POST /webhooks/${kind}\n${JSON.stringify({ type, data }, null, 2)}` })
  )
  const entry = element(
    'div',
    { className: `answer ${status === 202 ? '' : 'is-bad'}` },
    element('b', { textContent: result }),
    element('p', { textContent: `${type}: ${what}` }),
    element('pre', { textContent: JSON.stringify(body, null, 2) }),
    details
  )
  const answers = byId('answers')
  answers.querySelector(':scope > p')?.remove()
  answers.prepend(entry)
}

// the form of a request

function fill(data, isUpdate) {
  const { location, client = {}, budget = {}, contact } = data
  const flat = { ...data, ...location, ...client, ...contact, ...budget, languages: (data.languages ?? []).join(', ') }
  for (const input of form.elements) {
    if (!input.name || input.type === 'checkbox' || input.id === 'country') continue
    input.value = flat[input.name] ?? ''
  }
  if ([...byId('country').options].some((entry) => entry.value === location.country))
    byId('country').value = location.country
  for (const box of byId('services').querySelectorAll('input')) box.checked = data.services.includes(box.value)
  form.elements.consent.checked = data.consent?.shareWithPartners === true
  form.dataset.update = isUpdate ? 'yes' : ''
  form.dataset.country = location.country
  byId('form-title').textContent = isUpdate ? `Update ${data.externalId}` : 'Push a request'
  byId('push').textContent = isUpdate ? 'Push update' : 'Push request'
  byId('fresh').hidden = !isUpdate
}

const isGiven = (value) => value !== '' && value !== undefined

function compact(map) {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => isGiven(value)))
}

function read() {
  const value = (name) => form.elements[name].value.trim()
  const number = (name) => (value(name) === '' ? undefined : Number(value(name)))
  const budget = number('amount') === undefined ? undefined : { amount: number('amount'), currency: value('currency') }
  const country = form.dataset.update ? form.dataset.country : byId('country').value
  return compact({
    externalId: value('externalId'),
    services: [...byId('services').querySelectorAll('input:checked')].map((box) => box.value),
    summary: value('summary'),
    description: value('description'),
    location: compact({ country, subdivision: value('subdivision'), city: value('city') }),
    languages: value('languages')
      .split(',')
      .map((tag) => tag.trim())
      .filter(isGiven),
    client: compact({ role: value('role'), companySize: value('companySize'), industry: value('industry') }),
    users: number('users'),
    budget,
    timeframe: value('timeframe'),
    edition: value('edition'),
    maxPartners: number('maxPartners'),
    contact: compact({ name: value('name'), company: value('company'), phone: value('phone'), email: value('email') }),
    consent: { shareWithPartners: form.elements.consent.checked, textVersion: '2026-03', at: new Date().toISOString() },
    source: 'Website form'
  })
}

async function another() {
  const country = byId('country').value
  fill(await fetch(`/staff/example?country=${country}`).then((answer) => answer.json()), false)
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const data = read()
  const type = form.dataset.update ? 'request.updated' : 'request.created'
  const { status } = await send('requests', type, data, data.summary)
  if (status === 202) await another()
})
byId('another').addEventListener('click', another)
byId('country').addEventListener('change', another)
byId('fresh').addEventListener('click', another)

// what was pushed

function requestRow({ externalId, state: now, data }) {
  const close = (type) => () => send('requests', type, { externalId, reason: 'on the client’s wish' }, data.summary)
  const isOver = now === 'erased'
  const actions = element('div', { className: 'buttons' })
  if (!isOver) {
    actions.append(button('Update', () => (fill(data, true), form.scrollIntoView({ behavior: 'smooth' }))))
    if (now !== 'withdrawn') actions.append(button('Withdraw', close('request.withdrawn')))
    actions.append(button('Erase', close('request.erased'), 'is-danger'))
  }
  const place = [data.location.city, countryName(data.location.country)].filter(isGiven).join(', ')
  return element(
    'div',
    { className: 'row' },
    element(
      'div',
      {},
      element('b', { textContent: data.summary }),
      ' ',
      element('span', { className: `tag is-${now}`, textContent: now }),
      element('div', { className: 'soft', textContent: `${externalId} · ${place}` })
    ),
    actions
  )
}

// partners

const days = (count) => new Date(Date.now() + count * 86_400_000).toISOString()

function partnerRow(partner) {
  const change = (label, changes, look) =>
    button(
      label,
      () => send('partners', 'partner.upserted', { ...partner, ...changes }, `${partner.name}: ${label}`),
      look
    )
  const tags = [partner.status, partner.certifiedAt ? 'certified' : 'not certified']
  if (partner.suspendedUntil) tags.push('suspended')
  if (partner.terminatedAt) tags.push('ended')
  if (!partner.approved) tags.push('not approved')
  return element(
    'div',
    { className: 'row' },
    element(
      'div',
      {},
      element('b', { textContent: partner.name }),
      element('div', {
        className: 'soft',
        textContent: `${partner.code} · ${countryName(partner.homeCountry)} · ${tags.join(', ')}`
      })
    ),
    element(
      'div',
      { className: 'buttons' },
      partner.suspendedUntil
        ? change('Lift suspension', { suspendedUntil: null, suspensionReason: undefined })
        : change('Suspend for a week', { suspendedUntil: days(7), suspensionReason: 'Complaints of clients' }),
      partner.certifiedAt
        ? change('Take certificate away', { certifiedAt: null })
        : change('Certify', { certifiedAt: new Date().toISOString() }),
      partner.terminatedAt
        ? change('Take back', { terminatedAt: null })
        : change('End partnership', { terminatedAt: new Date().toISOString() }, 'is-danger')
    )
  )
}

// purchases

byId('purchase').addEventListener('submit', async (event) => {
  event.preventDefault()
  const given = Object.fromEntries(new FormData(event.target))
  const data = compact({
    externalId: `order-${Date.now()}`,
    partnerCode: given.partnerCode,
    requestExternalId: given.requestExternalId,
    proof: given.proof,
    amount: given.amount === '' ? undefined : { amount: Number(given.amount), currency: given.currency },
    at: new Date().toISOString(),
    reversed: given.reversed === 'on'
  })
  await send('purchases', 'purchase.recorded', data, data.requestExternalId ?? data.partnerCode)
})

function refill(select, options) {
  const before = select.value
  select.replaceChildren(...options)
  if (options.some((entry) => entry.value === before)) select.value = before
}

async function refresh() {
  state = await fetch('/staff/state').then((answer) => answer.json())
  byId('requests').replaceChildren(...state.requests.map(requestRow))
  byId('partners').replaceChildren(...state.partners.map(partnerRow))
  refill(
    byId('purchase-partner'),
    state.partners.map(({ code, name }) => option(code, name))
  )
  refill(byId('purchase-request'), [
    option('', 'none'),
    ...state.requests.map(({ externalId, data }) => option(externalId, `${externalId}: ${data.summary}`))
  ])
}

await refresh()
byId('country').append(...state.countries.map((code) => option(code, countryName(code))))
byId('services').append(
  ...state.services.map((code) =>
    element('label', {}, element('input', { type: 'checkbox', value: code }), code.replaceAll('_', ' '))
  )
)
await another()
