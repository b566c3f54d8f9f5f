import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiError } from '../api/request.ts'

const { reserveRequest, getMe } = vi.hoisted(() => ({ reserveRequest: vi.fn(), getMe: vi.fn() }))
vi.mock('../api/requests.ts', () => ({ reserveRequest }))
vi.mock('../api/session.ts', () => ({ getMe, openSession: vi.fn() }))

const { useReserve } = await import('./useReserve.ts')
const { useSession } = await import('./useSession.ts')

const reserved = { reservation: { id: 'v1' }, contact: { name: 'Ada' } }
const rules = (accepted: boolean) => {
  useSession().me.value = { contactRules: { version: '3', accepted } } as never
}

beforeEach(() => getMe.mockResolvedValue({ contactRules: { version: '3', accepted: true } }))
afterEach(() => {
  reserveRequest.mockReset()
  useSession().me.value = null
})

it('hands out the contact at once to somebody who accepted the rules before', async () => {
  rules(true)
  reserveRequest.mockResolvedValue(reserved)
  const onReserved = vi.fn()
  const { reserve, result } = useReserve(onReserved)
  await reserve('r1')
  expect(result.value).toEqual(reserved)
  expect(onReserved).toHaveBeenCalledWith('r1', reserved.reservation)
  expect(getMe).toHaveBeenCalled()
})

it('asks for the rules first, without a call, and sends the accepted version', async () => {
  rules(false)
  reserveRequest.mockResolvedValue(reserved)
  const { reserve, rulesVersion, result } = useReserve(() => undefined)
  await reserve('r1')
  expect(rulesVersion.value).toBe('3')
  expect(reserveRequest).not.toHaveBeenCalled()
  await reserve('r1', '3')
  expect(reserveRequest).toHaveBeenCalledWith('r1', '3')
  expect(rulesVersion.value).toBeNull()
  expect(result.value).toEqual(reserved)
})

it('asks again when the rules changed since the page was opened', async () => {
  rules(true)
  reserveRequest.mockRejectedValue(new ApiError('contact_rules_not_accepted', 409, null, { rulesVersion: '4' }))
  const { reserve, rulesVersion, refusal } = useReserve(() => undefined)
  await reserve('r1')
  expect(rulesVersion.value).toBe('4')
  expect(refusal.value).toBeNull()
})

it('keeps a refusal to be shown where it occurred', async () => {
  rules(true)
  reserveRequest.mockRejectedValue(new ApiError('request_full', 409))
  const { reserve, refusal, isReserving } = useReserve(() => undefined)
  await reserve('r1')
  expect(refusal.value?.code).toBe('request_full')
  expect(isReserving.value).toBe(false)
})

it('sends one call for two quick taps', async () => {
  rules(true)
  reserveRequest.mockResolvedValue(reserved)
  const { reserve } = useReserve(() => undefined)
  await Promise.all([reserve('r1'), reserve('r1')])
  expect(reserveRequest).toHaveBeenCalledTimes(1)
})
