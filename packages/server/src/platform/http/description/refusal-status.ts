/**
 * The statuses of refusals: a slice's problem tables say them, the contract does not. Whoever prints a description of the
 * routes needs them; what was printed before gives them back.
 */

import type { Route } from '@guanjia/contract/route'

/** Status by code, by id of a route. */
export type RefusalStatuses = ReadonlyMap<string, Readonly<Record<string, number>>>

/** The codes that a route itself refuses with, by status, both in order. */
export function refusalsByStatus(
  { id, problems }: Route,
  statuses: RefusalStatuses,
): ReadonlyMap<number, readonly string[]> {
  const table = statuses.get(id) ?? {}
  const groups = new Map<number, readonly string[]>()
  const placed = problems.map((code) => {
    const status = table[code]
    if (status === undefined) throw new Error(`${id}: no problem table gives ${code} a status`)
    return { code, status }
  })
  for (const { code, status } of placed.toSorted((one, other) => one.status - other.status))
    groups.set(status, [...(groups.get(status) ?? []), code])
  return groups
}

interface PrintedOperation {
  readonly operationId: string
  readonly responses: Readonly<Record<string, PrintedResponse>>
}

interface PrintedResponse {
  readonly 'x-problems'?: readonly string[]
}

/** The statuses that a printed description names. */
export function printedStatuses(document: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, PrintedOperation>>>>
}): RefusalStatuses {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  return new Map(
    operations.map(({ operationId, responses }) => [
      operationId,
      Object.fromEntries(
        Object.entries(responses).flatMap(([status, { 'x-problems': codes = [] }]) =>
          codes.map((code) => [code, Number(status)]),
        ),
      ),
    ]),
  )
}
