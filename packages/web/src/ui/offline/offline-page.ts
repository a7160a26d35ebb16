/**
 * Has the browser keep a page, so that it opens where there is no network.
 */

/** A page that is kept, and the address of the worker that keeps it: it lies beside the page. */
export interface KeptPage {
  readonly scope: '/work/visits' | '/my/observe'
  readonly worker: '/work/visits-worker.js' | '/my/observe-worker.js'
}

/** Registers the worker and hands it every file that this page was made of. */
export async function keepPageOffline({ scope, worker }: KeptPage): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(worker, { scope })
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  active?.postMessage([scope, ...new Set(loaded.map(({ pathname }) => pathname))], [])
}
