import express from 'express'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { languagesOf, sendPlainPage } from './plain-page.ts'
import { PLAIN_TEXTS } from './plain-texts.ts'

const app = express()
app.get('/', (request, response) =>
  sendPlainPage(response, 'unconfirmed', languagesOf(request, (request.query.LANG as string | undefined) ?? null))
)
const server = app.listen(0)
let origin = ''
beforeAll(() => {
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const ask = async (accepted: string, query = '') => {
  const answer = await fetch(`${origin}/${query}`, { headers: { 'accept-language': accepted } })
  return { status: answer.status, vary: answer.headers.get('vary'), html: await answer.text() }
}
const titleIn = (lang: string): string => PLAIN_TEXTS[lang]!.unconfirmed.title

it('takes the first of the browser’s languages that it has, else English', async () => {
  expect(await ask('uk, pt;q=0.9, de;q=0.8')).toMatchObject({ status: 401, vary: 'accept-language' })
  expect((await ask('uk, pt;q=0.9, de;q=0.8')).html).toContain(titleIn('pt-BR'))
  expect((await ask('zh-Hant-HK')).html).toContain(titleIn('zh-TW'))
  expect((await ask('uk')).html).toContain(titleIn('en'))
})

it('takes the portal’s language before the browser’s', async () => {
  const { html } = await ask('de', '?LANG=tr')
  expect(html).toContain(titleIn('tr'))
  expect(html).toContain('<html lang="tr">')
})
