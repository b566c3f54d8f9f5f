import { afterEach, expect, it, vi } from 'vitest'
import { ApiError } from '../api/request.ts'

const api = vi.hoisted(() => ({ getInstallation: vi.fn(), linkPortal: vi.fn(), finishInstallation: vi.fn() }))
vi.mock('../api/installation.ts', () => api)
vi.mock('./useFrame.ts', () => ({ finishInFrame: vi.fn() }))

const { useInstallation } = await import('./useInstallation.ts')

const at = (state: string, linked = true) => ({
  installed: false,
  linked,
  steps: [{ step: 'fields', state, detail: null }]
})

afterEach(() => {
  Object.values(api).forEach((call) => call.mockReset())
  vi.useRealTimers()
})

it('shows each step while the server works on it', async () => {
  vi.useFakeTimers()
  const { installation, isFinished, isInstalling, load, install } = useInstallation()
  api.getInstallation.mockResolvedValue(at('running'))
  let finish: (value: unknown) => void = () => undefined
  api.finishInstallation.mockImplementation(() => new Promise((resolve) => (finish = resolve)))
  await load()
  const done = install()
  await vi.advanceTimersByTimeAsync(1500)
  expect(isInstalling.value).toBe(true)
  expect(installation.value?.steps[0]?.state).toBe('running')
  finish(at('done'))
  await done
  expect(isFinished.value).toBe(true)
  expect(installation.value?.steps[0]?.state).toBe('done')
})

it('is not finished while a step has failed, and may be tried again', async () => {
  const { isFinished, failedSteps, install } = useInstallation()
  api.finishInstallation.mockResolvedValueOnce(at('failed'))
  await install()
  expect(failedSteps.value).toHaveLength(1)
  expect(isFinished.value).toBe(false)
  api.finishInstallation.mockResolvedValueOnce(at('done'))
  await install()
  expect(isFinished.value).toBe(true)
})

it('says why an activation code was refused', async () => {
  const { link, linkError } = useInstallation()
  api.linkPortal.mockRejectedValueOnce(new ApiError('unknown_activation_code', 422))
  expect(await link('nonsense')).toBe(false)
  expect(linkError.value?.code).toBe('unknown_activation_code')
})
