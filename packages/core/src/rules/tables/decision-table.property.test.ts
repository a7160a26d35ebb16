import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTable, decide, type Facts, parseTable, type ReadTable } from '../index.ts'

const numberCell = fc.oneof(
  fc.constant('-'),
  fc
    .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 0, max: 6 }))
    .map(([s, n]) => `${s} ${n}`),
  fc
    .tuple(
      fc.constantFrom('[', '('),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(']', ')'),
    )
    .map(([o, a, b, c]) => `${o}${a}..${b}${c}`),
  fc.integer({ min: 0, max: 6 }).map((n) => `not(${n})`),
)
const textCell = fc.constantFrom('-', '"a"', '"b"', '"a","b"', 'not("a")', 'not("a","b")')
const rows = fc.array(fc.record({ n: numberCell, t: textCell, gives: fc.integer({ min: 0, max: 2 }) }), {
  minLength: 1,
  maxLength: 5,
})
type Rows = typeof rows extends fc.Arbitrary<infer Given> ? Given : never

function table(hitPolicy: string, given: Rows): ReadTable {
  const read = parseTable({
    id: 'random',
    hitPolicy,
    from: '2026-01-01',
    inputs: [
      { expression: 'n', label: 'n' },
      { expression: 't', label: 't' },
    ],
    outputs: ['level'],
    rows: given.map(({ n, t, gives }, index) => ({
      id: `r${index}`,
      when: [n, t],
      // oxlint-disable-next-line unicorn/no-thenable -- content says "then"
      then: { level: gives },
      basis: 'article',
      source: 'statute',
      mark: 'G',
    })),
  })
  if (!read.ok) throw new Error(JSON.stringify(read.because))
  return read.value
}

/** Every situation that the literals 0 to 6, "a" and "b" can tell apart. */
const situations: readonly Facts[] = Array.from({ length: 29 }, (_step, index) => (index - 8) / 2).flatMap(
  (n) => ['a', 'b', 'c'].map((t) => ({ n, t })),
)

describe(checkTable, () => {
  const codes = (read: ReadTable) => new Set(checkTable(read).map(({ code }) => code))

  it('finds a gap exactly where some situation has no row', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const read = table('first', given)
        const open = situations.some((facts) => decide(read, facts).status === 'no-row')
        expect(codes(read).has('gap')).toBe(open)
      }),
    )
  })
  it('finds an overlap exactly where some situation has two rows, and a contradiction where they differ', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('unique', 'any'), (given, policy) => {
        const read = table(policy, given)
        const clash = situations.some((facts) => decide(read, facts).status === 'rows-disagree')
        expect(codes(read).has(policy === 'unique' ? 'overlap' : 'rows-disagree')).toBe(clash)
      }),
    )
  })
  it('names exactly the rows that no situation reaches', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const read = table('first', given)
        const reached = new Set(situations.flatMap((facts) => decide(read, facts).rowIds))
        const dead = checkTable(read).flatMap(({ code, path }) =>
          code === 'row-never-reached' || code === 'row-never-applies' ? [`r${path[1]}`] : [],
        )
        const unreached = given.map((_row, index) => `r${index}`).filter((id) => !reached.has(id))
        expect(dead.toSorted()).toEqual(unreached)
      }),
    )
  })
})

describe(decide, () => {
  it('never takes back an answer when a missing fact becomes known', () => {
    const some = fc.tuple(rows, fc.constantFrom('first', 'collect'), fc.constantFrom(...situations))
    fc.assert(
      fc.property(some, fc.constantFrom('n', 't'), ([given, policy, facts], missing) => {
        const read = table(policy, given)
        const { [missing]: _left, ...partly } = facts
        const early = decide(read, partly)
        if (early.status === 'not-known') expect(early.unknown).toEqual([missing])
        else expect(decide(read, facts)).toMatchObject({ status: early.status, rowIds: early.rowIds })
      }),
    )
  })
})
