const PATIENCE_MS = 120

/**
 * Heavy work waits until the page has painted that it understood: what follows a press is then never what delays the
 * sign of it. A page out of sight paints nothing, so that it is not waited for long.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve)
    })
  })
