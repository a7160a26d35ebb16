/**
 * Taps on a rendered page before it listens: on a slow line people are faster than the script. The last button that was
 * tapped is tapped again once it has come to life; links and fields work by themselves.
 */

const everyMs = 50
const patienceMs = 10_000

/** React marks the elements it listens on; parts of a page come to life one after the other. */
function isAlive(element: Element): boolean {
  return Object.keys(element).some((key) => key.startsWith('__reactProps'))
}

/** Keeps taps on buttons that do not listen yet, for as long as people wait. */
export function keepEarlyTaps(page: HTMLElement): void {
  let tapped: HTMLButtonElement | undefined
  function hear(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (button === null || isAlive(button)) return
    event.preventDefault()
    tapped = button
  }
  const timer = setInterval(() => {
    if (tapped === undefined || !isAlive(tapped)) return
    const again = tapped
    tapped = undefined
    again.click()
  }, everyMs)
  setTimeout(() => {
    clearInterval(timer)
    page.removeEventListener('click', hear, true)
  }, patienceMs)
  page.addEventListener('click', hear, true)
}
