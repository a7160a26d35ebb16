/**
 * Has the browser keep the page of visits, so that it opens where there is no network.
 */

const scope = '/work/visits'

/** Registers the worker and hands it every file that this page was made of. */
export async function keepPageOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/work/visits-worker.js', { scope })
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  active?.postMessage([scope, ...new Set(loaded.map(({ pathname }) => pathname))], [])
}
