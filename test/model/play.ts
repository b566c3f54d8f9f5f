import fc from 'fast-check'
import type { TestWorld } from '../support/app.ts'
import { compare, settle } from './compare.ts'
import { Look, Race, Reserve, rivals } from './partner-commands.ts'
import {
  CRM_METHODS,
  Move,
  Pass,
  Reinstall,
  ReinstallBeforeItsEnd,
  Shuffle,
  SPANS,
  Trouble,
  TROUBLES,
  Uninstall
} from './portal-commands.ts'
import { Stage } from './stage.ts'
import { Push, PushAgain, PushChanged, Withdraw, type Command } from './staff-commands.ts'

const PARTNERS = 3
export const LONGEST = 60

const number = fc.nat({ max: 1000 })
const slots = fc.integer({ min: 1, max: 5 })

const commands = fc.commands(
  [
    slots.map((max) => new Push(max)),
    slots.map((max) => new Push(max)),
    number.map((request) => new PushAgain(request)),
    fc.tuple(number, slots, fc.boolean()).map(([request, max, late]) => new PushChanged(request, max, late)),
    number.map((request) => new Withdraw(request)),
    ...[1, 2, 3].map(() => fc.tuple(number, number).map(([request, partner]) => new Reserve(request, partner))),
    fc.tuple(number, fc.constantFrom(...rivals)).map(([request, rival]) => new Race(request, rival)),
    fc.tuple(number, number).map(([request, partner]) => new Look(request, partner)),
    ...(['lose', 'reopen', 'convert', 'win'] as const).map((how) => number.map((held) => new Move(held, how))),
    fc
      .tuple(number, fc.constantFrom(...TROUBLES), fc.constantFrom(...CRM_METHODS))
      .map(([partner, kind, method]) => new Trouble(partner, kind, method)),
    number.map((partner) => new Shuffle(partner)),
    fc.constantFrom(...SPANS).map((time) => new Pass(time)),
    fc.tuple(number, fc.boolean()).map(([partner, isClean]) => new Uninstall(partner, isClean)),
    number.map((partner) => new Reinstall(partner)),
    number.map((partner) => new ReinstallBeforeItsEnd(partner))
  ] as fc.Arbitrary<Command>[],
  { maxCommands: LONGEST, size: 'max' }
)

const LIVES = 8

/** A stage on which a history has ended well serves some more; one that has failed is left alone. */
class Stages {
  readonly #world: TestWorld
  #free: { stage: Stage; lives: number } | undefined
  #lives = 0

  constructor(world: TestWorld) {
    this.#world = world
  }

  async take(): Promise<Stage> {
    const free = this.#free
    this.#free = undefined
    this.#lives = (free?.lives ?? LIVES) - 1
    if (free && free.lives > 0) return free.stage
    await free?.stage.close()
    this.#lives = LIVES - 1
    return Stage.open(this.#world, PARTNERS)
  }

  giveBack(stage: Stage): void {
    this.#free = { stage, lives: this.#lives }
  }
}

export interface Bounds {
  histories?: number
  seconds?: number
  seed?: number
  path?: string
}

/** Random histories until there are so many or the time is over; how many; throws with the smallest one that fails, its seed and its path. */
export async function playHistories(world: TestWorld, { histories, seconds, seed, path }: Bounds): Promise<number> {
  let played = 0
  const stages = new Stages(world)
  const property = fc.asyncProperty(commands, async (history) => {
    const stage = await stages.take()
    const { model } = stage
    await fc.asyncModelRun(() => ({ model, real: stage }), history)
    await settle(model, stage)
    await compare(model, stage)
    stages.giveBack(stage)
    played++
  })
  await fc.assert(property, {
    ...{ numRuns: histories ?? Number.MAX_SAFE_INTEGER, endOnFailure: false },
    ...(seconds === undefined ? {} : { interruptAfterTimeLimit: seconds * 1000 }),
    ...(seed === undefined ? {} : { seed }),
    ...(path === undefined ? {} : { path })
  })
  return played
}
