/**
 * How pressed the house is: while people wait for an answer, what can wait steps back. It steps back for a moment only, so
 * that it gets done under any load.
 */

/** Counts what people wait for. */
export interface Press {
  /** somebody waits from now on, until the function is called */
  readonly enter: () => () => void
  /** resolves when nobody waits, or after so many milliseconds */
  readonly quiet: (patienceMs: number) => Promise<void>
}

/** A house nobody waits in. */
export function createPress(): Press {
  let waiting = 0
  const listeners = new Set<() => void>()
  return {
    enter: () => {
      waiting += 1
      return () => {
        waiting -= 1
        if (waiting > 0) return
        for (const listener of listeners) listener()
        listeners.clear()
      }
    },
    quiet: (patienceMs) =>
      new Promise((resolve) => {
        if (waiting === 0) return resolve()
        const timer = setTimeout(done, patienceMs)
        listeners.add(done)
        function done() {
          clearTimeout(timer)
          listeners.delete(done)
          resolve()
        }
      }),
  }
}
