import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { ApiError } from '../api/request.ts'

const { getSettings, putSettings } = vi.hoisted(() => ({ getSettings: vi.fn(), putSettings: vi.fn() }))
vi.mock('../api/settings.ts', () => ({ getSettings, putSettings }))
vi.mock('../api/session.ts', () => ({ getMe: vi.fn().mockResolvedValue(null), openSession: vi.fn() }))

const { useSettings } = await import('./useSettings.ts')

const document = (extraLocations: string[]) => ({ extraLocations, pausedUntil: null })

beforeEach(() => {
  getSettings.mockResolvedValue({ data: document(['AT']), etag: '"1"' })
  putSettings.mockReset()
})

it('saves a draft under the version that it was made from, and goes on from the new one', async () => {
  const { draft, isChanged, load, save } = useSettings()
  await load()
  draft.value!.extraLocations = ['AT', 'CH']
  expect(isChanged.value).toBe(true)
  putSettings.mockResolvedValue({ data: document(['AT', 'CH']), etag: '"2"' })
  await save()
  expect(putSettings).toHaveBeenCalledWith(document(['AT', 'CH']), '"1"')
  expect(isChanged.value).toBe(false)
  await save()
  expect(putSettings).toHaveBeenLastCalledWith(document(['AT', 'CH']), '"2"')
})

it('keeps what was entered when somebody else was faster, and puts it on top of the newest version or drops it', async () => {
  const { draft, isChanged, isConflict, load, save, keepMine, dropMine } = useSettings()
  await load()
  draft.value!.extraLocations = ['PL']
  putSettings.mockRejectedValue(new ApiError('precondition_failed', 412))
  await save()
  expect(isConflict.value).toBe(true)
  expect(draft.value!.extraLocations).toEqual(['PL'])
  getSettings.mockResolvedValue({ data: { extraLocations: ['FR'], pausedUntil: '2027-01-01' }, etag: '"2"' })
  await keepMine()
  expect(isConflict.value).toBe(false)
  expect(draft.value).toEqual({ extraLocations: ['PL'], pausedUntil: '2027-01-01' })
  await dropMine()
  expect(draft.value!.extraLocations).toEqual(['FR'])
  expect(isChanged.value).toBe(false)
})

it('takes changes back', async () => {
  const { draft, isChanged, load, undo } = useSettings()
  await load()
  draft.value!.extraLocations = []
  undo()
  expect(draft.value!.extraLocations).toEqual(['AT'])
  expect(isChanged.value).toBe(false)
})

it('keeps unsaved changes for whoever comes back to the page, on top of what somebody else has saved meanwhile', async () => {
  const leave = async () => {
    const scope = effectScope()
    const { draft, load } = scope.run(() => useSettings())!
    await load()
    draft.value!.extraLocations = ['PL']
    scope.stop()
  }
  await leave()
  const back = useSettings()
  await back.load()
  expect(back.draft.value!.extraLocations).toEqual(['PL'])
  expect(back.isChanged.value).toBe(true)

  await leave()
  getSettings.mockResolvedValue({ data: { extraLocations: ['AT'], pausedUntil: '2027-01-01' }, etag: '"9"' })
  const late = useSettings()
  await late.load()
  expect(late.draft.value).toEqual({ extraLocations: ['PL'], pausedUntil: '2027-01-01' })
})
