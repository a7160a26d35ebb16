/**
 * Watches a process and starts it again when it has died.
 */

const everyMilliseconds = 250

/**
 * Looks now and then; a restart that fails is tried again at the next look.
 *
 * @returns ends the watch
 */
export function guard(isUp: () => boolean, restart: () => Promise<void>): () => void {
  let restarting = false
  const timer = setInterval(() => {
    if (restarting || isUp()) return
    restarting = true
    restart()
      .catch(() => undefined)
      .finally(() => {
        restarting = false
      })
  }, everyMilliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
