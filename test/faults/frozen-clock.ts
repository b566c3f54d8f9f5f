import type { TestWorld } from '../support/app.ts'

/** From now on the world's time stands still and moves by `advance` only, so that nothing comes due by itself. */
export function freeze({ clock }: TestWorld): void {
  let time = clock.now().getTime()
  clock.now = () => new Date(time)
  clock.advance = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
    time += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  }
}
