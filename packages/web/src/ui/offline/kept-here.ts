/**
 * What this device keeps of whoever is signed in. The page that keeps it notes it down here, so that the way out – which is on
 * every page – can say what would be lost, and delete it with the session.
 */

/** A store of the browser, and how much in it has not been sent. */
export interface KeptHere {
  /** name of the database */
  readonly database: string
  /** the page that sends it */
  readonly page: `/${string}`
  readonly waiting: number
}

const place = 'guanjia-kept-here'

/** Notes what is kept now. */
export function noteKept(kept: KeptHere): void {
  localStorage.setItem(place, JSON.stringify(kept))
}

/** What is kept; undefined where nothing is. */
export function keptHere(): KeptHere | undefined {
  const text = localStorage.getItem(place)
  return text === null ? undefined : (JSON.parse(text) as KeptHere)
}

/** Empties the store. The database itself stays: another page may have it open. */
export async function forgetKept(): Promise<void> {
  const kept = keptHere()
  if (kept === undefined) return
  const database = await answerTo(indexedDB.open(kept.database))
  const names = [...database.objectStoreNames]
  if (names.length > 0) {
    const clearing = database.transaction(names, 'readwrite')
    await Promise.all(names.map((name) => answerTo(clearing.objectStore(name).clear())))
  }
  database.close()
  localStorage.removeItem(place)
}

function answerTo<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the store does not open')))
  })
}
