import { computed, effectScope, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'

/** Shorter lists are simply there. */
const LONG = 60

export interface Row {
  index: number
  /** Room of the rows left out before this one. */
  before: number
}

export interface Shown {
  index: number
  start: number
  end: number
}

export interface Window {
  items: Shown[]
  total: number
}

export interface LongList {
  count: () => number
  list: Ref<HTMLElement | null>
  /** How high a row is until it has been measured. */
  rowHeight: number
}

/** Rows and the room of those between them; `after` is the room behind the last one. */
export function windowOf(shown: Shown[], total: number): { rows: Row[]; after: number } {
  let end = 0
  const rows = shown.map((row) => {
    const before = Math.max(0, row.start - end)
    end = row.end
    return { index: row.index, before }
  })
  return { rows, after: Math.max(0, total - end) }
}

/**
 * Of a long list only what one sees is in the document, and the row that has the focus. The frame is as high as the
 * whole list and does not scroll, so that the visible slice of the frame stands for the scroller.
 */
export function useLongList({ count, list, rowHeight }: LongList) {
  const scope = effectScope()
  const shown = shallowRef<Window | null>(null)
  const focused = ref<number | null>(null)
  let measure: (row: Element) => void = () => undefined

  async function start(): Promise<void> {
    const { followWindow } = await import('./followWindow.ts')
    await followWindow({ count, list, rowHeight, focused, scope }, (now, measureRow) => {
      shown.value = now
      measure = measureRow
    })
  }

  let isStarted = false
  watch(
    () => count() > LONG,
    (isLong) => {
      if (!isLong || isStarted) return
      isStarted = true
      // Without the part that leaves rows out the list is complete, which is no harm.
      start().catch(() => (isStarted = false))
    },
    { immediate: true }
  )
  onScopeDispose(() => scope.stop())

  const content = computed(() => {
    const all = Array.from({ length: count() }, (_, index) => ({ index, before: 0 }))
    if (!shown.value || count() <= LONG) return { rows: all, after: 0 }
    const items = shown.value.items.filter(({ index }) => index < count())
    return items.length ? windowOf(items, shown.value.total) : { rows: all.slice(0, LONG), after: 0 }
  })
  const indexOf = (target: EventTarget | null): number | null => {
    const row = target instanceof Element ? target.closest('[data-index]') : null
    return row ? Number(row.getAttribute('data-index')) : null
  }

  return {
    rows: computed(() => content.value.rows),
    after: computed(() => content.value.after),
    /** For each row, which carries its `data-index`. */
    measureRow: (row: unknown) => {
      if (row instanceof Element && shown.value) measure(row)
    },
    onFocusIn: (event: FocusEvent) => (focused.value = indexOf(event.target)),
    onFocusOut: () => (focused.value = null)
  }
}
