/**
 * Keeps one page where there is no network: the page of its scope and the files it is made of, and nothing else. What the
 * house answers to questions never goes through here.
 */

/** The parts of a service worker that are used; the DOM's types do not know them. */
interface WorkerEvent extends Event {
  readonly request: Request
  readonly data: unknown
  readonly waitUntil: (work: Promise<unknown>) => void
  readonly respondWith: (answer: Promise<Response>) => void
}

interface PageWorker {
  readonly addEventListener: (type: string, heard: (event: WorkerEvent) => void) => void
  readonly registration: { readonly scope: string }
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
}

const worker = globalThis as unknown as PageWorker
const page = new URL(worker.registration.scope).pathname
/** `guanjia-visits` for the page of visits */
const kept = `guanjia-${page.slice(page.lastIndexOf('/') + 1)}`

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  if (Array.isArray(event.data)) event.waitUntil(keepAll(event.data.map(String)))
})

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== location.origin) return
  if (event.request.mode === 'navigate' && pathname === page) event.respondWith(pageFirst(event.request))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptFirst(event.request))
})

/** Files carry their content in their name: what is kept is right for ever. */
async function keepAll(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(kept)
  for (const address of addresses) if ((await cache.match(address)) === undefined) await cache.add(address)
}

async function pageFirst(request: Request): Promise<Response> {
  const cache = await caches.open(kept)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await cache.put(page, fresh.clone())
    return fresh
  } catch {
    return (await cache.match(page)) ?? Response.error()
  }
}

async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(kept)
  const known = await cache.match(request)
  if (known !== undefined) return known
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}
