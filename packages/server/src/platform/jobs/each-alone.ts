/**
 * Sweeps over many things: what is wrong with one is not to keep the others waiting.
 */

/** Does the work for each, one after the other, whatever becomes of those before; throws what failed together, at the end. */
export async function eachAlone<One>(
  all: Iterable<One>,
  work: (one: One) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = []
  for (const one of all) {
    try {
      await work(one)
    } catch (failure) {
      failures.push(failure)
    }
  }
  if (failures.length === 0) return
  const said = new Set(
    failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))),
  )
  throw new AggregateError(failures, `${failures.length} of a sweep failed: ${[...said].join('; ')}`)
}
