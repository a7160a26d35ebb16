/**
 * A costly reading that many ask for at once is done once for all who wait: at most one runs, and whoever asks meanwhile gets
 * the next one. Nobody is told what was read before they asked, so nothing has to be forgotten when something changes.
 */

/** A reading by key, for instance one a language. */
export function joinReadings<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const running = new Map<Key, Promise<unknown>>()
  const next = new Map<Key, Promise<Value>>()

  function start(key: Key): Promise<Value> {
    const reading = read(key)
    const ended = reading.then(
      () => {},
      () => {},
    )
    running.set(key, ended)
    void ended.then(() => {
      if (running.get(key) === ended) running.delete(key)
    })
    return reading
  }

  return (key) => {
    const joined = next.get(key)
    if (joined !== undefined) return joined
    const before = running.get(key)
    if (before === undefined) return start(key)
    const waited = before.then(() => {
      next.delete(key)
      return start(key)
    })
    next.set(key, waited)
    return waited
  }
}
