import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/vue-virtual'
import { computed, onScopeDispose, shallowRef, watch, type EffectScope, type Ref } from 'vue'
import type { LongList, Window } from './useLongList.ts'
import { readSlice, type Slice } from './useVisibleSlice.ts'

const EVERY_MS = 200
/** As many rows beside the visible ones as one passes until the next look. */
const OVERSCAN = 12

interface Followed extends LongList {
  focused: Ref<number | null>
  scope: EffectScope
}

type Told = (window: Window, measureRow: (row: Element) => void) => void

/** Tells which rows of a list are to be in the document, as long as the scope lives. */
export async function followWindow({ count, list, rowHeight, focused, scope }: Followed, told: Told): Promise<void> {
  const slice = await new Promise<Slice>(readSlice)
  const withFocused = (range: Range): number[] => {
    const indexes = defaultRangeExtractor(range)
    const kept = focused.value
    if (kept === null || kept >= count() || indexes.includes(kept)) return indexes
    return [...indexes, kept].sort((a, b) => a - b)
  }
  scope.run(() => {
    const view = followSlice(slice, list)
    const virtualizer = useVirtualizer(
      computed(() => ({
        count: count(),
        getScrollElement: () => document.documentElement,
        estimateSize: () => rowHeight,
        overscan: OVERSCAN,
        initialRect: { width: 1, height: slice.height },
        observeElementRect: (_: unknown, report: (rect: { width: number; height: number }) => void) =>
          watch(view, ({ height }) => report({ width: 1, height }), { immediate: true }),
        observeElementOffset: (_: unknown, report: (offset: number, isScrolling: boolean) => void) =>
          watch(view, ({ top }) => report(top, false), { immediate: true }),
        // The outer page scrolls; there is nothing to be moved from here.
        scrollToFn: () => undefined,
        rangeExtractor: withFocused
      }))
    )
    virtualizer.value.shouldAdjustScrollPositionOnItemSizeChange = () => false
    watch(
      () => ({ items: virtualizer.value.getVirtualItems(), total: virtualizer.value.getTotalSize() }),
      (now) => told(now, (row) => virtualizer.value.measureElement(row)),
      { immediate: true }
    )
  })
}

/** The visible slice as seen from the top of the list, looked at often and whenever something scrolls. */
function followSlice(first: Slice, list: Ref<HTMLElement | null>): Readonly<Ref<Slice>> {
  const view = shallowRef<Slice>({ top: 0, height: first.height })
  const look = () =>
    readSlice(({ top, height }) => {
      const element = list.value
      if (!element || height === 0) return
      const start = element.getBoundingClientRect().top - document.documentElement.getBoundingClientRect().top
      view.value = { top: Math.max(0, top - start), height }
    })
  look()
  const timer = setInterval(look, EVERY_MS)
  window.addEventListener('scroll', look, { passive: true })
  onScopeDispose(() => {
    clearInterval(timer)
    window.removeEventListener('scroll', look)
  })
  return view
}
