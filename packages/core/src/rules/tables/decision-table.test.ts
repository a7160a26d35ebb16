import { describe, expect, it } from 'vitest'
import { checkTable, decide, type Facts, parseTable, type ReadTable } from '../index.ts'

type Cells = readonly [id: string, ...when: unknown[]]

const law = { basis: '消防法 15', source: 'fire-law.md#15', mark: 'S' }

/** A table over area (m2) and use that gives a level; each row is its id, its cells and its level. */
function content(hitPolicy: string, rows: readonly Cells[], areaExtra: object = {}, useExtra: object = {}) {
  return {
    id: 'fire-level',
    hitPolicy,
    from: '2026-01-01',
    inputs: [
      { expression: '场地.面积', label: 'area', unit: 'm2', ...areaExtra },
      { expression: 'use', label: 'use', ...useExtra },
    ],
    outputs: ['level'],
    // oxlint-disable-next-line unicorn/no-thenable -- content says "then"
    rows: rows.map(([id, area, use, level]) => ({ id, when: [area, use], then: { level }, ...law })),
  }
}

function read(given: unknown): ReadTable {
  const table = parseTable(given)
  if (!table.ok) throw new Error(JSON.stringify(table.because))
  return table.value
}

function table(...given: Parameters<typeof content>): ReadTable {
  return read(content(...given))
}

const levels: readonly Cells[] = [
  ['small', '< 200', '-', 0],
  ['hall', '>= 200', '"hall","cinema"', 2],
  ['other', '>= 200', 'not("hall","cinema")', 1],
]

describe(decide, () => {
  const unique = table('unique', levels)
  it('answers with the row, its article and the values it tested', () => {
    expect(decide(unique, { 场地: { 面积: 300 }, use: 'hall' })).toEqual({
      status: 'answered',
      outputs: { level: 2 },
      rowIds: ['hall'],
      unknown: [],
      because: [
        {
          id: 'hall',
          ...law,
          applies: true,
          inputs: [
            {
              label: 'area',
              test: '>= 200',
              value: 300,
              unit: 'm2',
              facts: [{ name: '场地.面积', value: 300 }],
            },
            { label: 'use', test: '"hall","cinema"', value: 'hall', facts: [{ name: 'use', value: 'hall' }] },
          ],
        },
      ],
    })
  })
  it.each<[Facts, string, readonly string[], readonly string[]]>([
    [{ 场地: { 面积: 199.99 } }, 'answered', ['small'], []],
    [{ 场地: { 面积: 200 }, use: 'shop' }, 'answered', ['other'], []],
    [{ 场地: { 面积: 200 } }, 'not-known', ['hall', 'other'], ['use']],
    [{ use: 'hall' }, 'not-known', ['small', 'hall'], ['场地.面积']],
    [{}, 'not-known', ['small', 'hall', 'other'], ['场地.面积', 'use']],
  ])('of %j it is %s', (facts, status, rowIds, unknown) => {
    expect(decide(unique, facts)).toMatchObject({ status, rowIds, unknown })
  })
  it('shows of a row that might apply only what is not known', () => {
    const answer = decide(unique, { use: 'hall' })
    expect(answer.because.map(({ applies, inputs }) => [applies, inputs.map(({ label }) => label)])).toEqual([
      [null, ['area']],
      [null, ['area']],
    ])
  })
  it('says that no row applies', () => {
    expect(decide(table('unique', [['a', '< 5', '-', 1]]), { 场地: { 面积: 5 } })).toMatchObject({
      status: 'no-row',
      rowIds: [],
    })
  })

  const overlapping: readonly Cells[] = [
    ['a', '< 10', '-', 1],
    ['b', '< 20', '"x"', 2],
    ['c', '-', '-', 3],
  ]
  const five: Facts = { 场地: { 面积: 5 }, use: 'x' }
  it('refuses to choose where only one row may apply', () => {
    expect(decide(table('unique', overlapping), five)).toMatchObject({
      status: 'rows-disagree',
      rowIds: ['a', 'b', 'c'],
    })
  })
  it('takes the uppermost row, and waits for a fact that a row above depends on', () => {
    const first = table('first', overlapping)
    expect(decide(first, five)).toMatchObject({ status: 'answered', rowIds: ['a'], outputs: { level: 1 } })
    expect(decide(first, { 场地: { 面积: 15 } })).toMatchObject({ status: 'not-known', unknown: ['use'] })
    expect(decide(first, { 场地: { 面积: 25 } })).toMatchObject({ status: 'answered', rowIds: ['c'] })
  })
  it('gathers all rows in their order', () => {
    const collect = table('collect', overlapping)
    expect(decide(collect, five)).toMatchObject({ outputs: { level: [1, 2, 3] }, rowIds: ['a', 'b', 'c'] })
    expect(decide(table('collect', [['a', '< 1', '-', 1]]), five)).toMatchObject({ outputs: { level: [] } })
  })
  it('lets rows apply together where they say the same, even with a fact not known', () => {
    const rows: readonly Cells[] = [
      ['a', '< 10', '-', 1],
      ['b', '-', '"x"', 1],
    ]
    expect(decide(table('any', rows), five)).toMatchObject({ status: 'answered', rowIds: ['a', 'b'] })
    expect(decide(table('any', rows), { use: 'x' })).toMatchObject({ status: 'answered', rowIds: ['b'] })
    expect(decide(table('any', overlapping), five)).toMatchObject({ status: 'rows-disagree' })
  })
  it('tests for a fact that is not known only where a cell says so', () => {
    const rows: readonly Cells[] = [
      ['asked', 'null', '-', 0],
      ['known', '-1e9, not-a', '-', 1],
    ]
    expect(parseTable(content('first', rows)).ok).toBe(false)
    expect(decide(table('first', [['asked', null, '-', 0]]), {})).toMatchObject({ rowIds: ['asked'] })
  })
  it('compares days, and takes no other text for one', () => {
    const days = table('first', [['new', '>= date("2026-02-01")', '-', 1]])
    expect(decide(days, { 场地: { 面积: '2026-02-01' } }).status).toBe('answered')
    expect(decide(days, { 场地: { 面积: '2026-01-31' } }).status).toBe('no-row')
    expect(decide(days, { 场地: { 面积: 'later' } }).status).toBe('not-known')
  })
})

describe(parseTable, () => {
  it('says everything that is wrong at once, each with its place', () => {
    const bad = {
      ...content('best', [
        ['a', '5 <', '-', 1],
        ['a', '> amount', '-', 1],
      ]),
      from: '2026-02-30',
    }
    const rows = bad.rows.map((row, index) =>
      // oxlint-disable-next-line unicorn/no-thenable -- content says "then"
      index === 0 ? row : { ...row, when: ['-'], then: {}, mark: 'X' },
    )
    const result = parseTable({ ...bad, rows })
    const findings = result.ok ? [] : (result.because.findings as { code: string; path: unknown[] }[])
    expect(findings.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'expression-not-readable rows.0.when.0',
      'cells-missing rows.1.when',
      'mark-unknown rows.1.mark',
      'output-missing rows.1.then',
      'id-repeated rows.1.id',
      'policy-unknown hitPolicy',
      'day-not-readable from',
    ])
  })
  it.each(['> amount', '< "b"', '[1.."b"]', '1 + 2', 'not(not(1))', '["a","b"]', ''])(
    'refuses the cell %s',
    (cell) => {
      expect(parseTable(content('unique', [['a', cell, '-', 1]])).ok).toBe(false)
    },
  )
  it('refuses what is no table', () => {
    for (const given of [null, [], 'x', {}]) expect(parseTable(given).ok).toBe(false)
  })
})

describe(checkTable, () => {
  const found = (...given: Parameters<typeof content>) =>
    checkTable(table(...given)).map(({ code, sentence }) => `${code}: ${sentence}`)

  it('finds nothing in a complete table', () => {
    expect(found('unique', levels)).toEqual([])
  })
  it('finds the one value that two ranges leave out', () => {
    expect(
      found('unique', [
        ['low', '< 200', '-', 0],
        ['high', '> 200', '-', 1],
      ]),
    ).toEqual(['gap: No row covers area 200.'])
  })
  it('finds a gap in one corner', () => {
    expect(found('unique', levels.slice(0, 2))).toEqual([
      'gap: No row covers area >= 200 and use any other text.',
    ])
    expect(
      found('first', [
        ['a', '[0..10)', '-', 0],
        ['b', '(20..30]', '"x"', 1],
        ['c', '>= 10', 'not("x")', 1],
      ]),
    ).toEqual(['gap: No row covers area < 0.', 'gap: No row covers area [10..20], > 30 and use "x".'])
  })
  it('looks only where the input can be', () => {
    const rows: readonly Cells[] = [
      ['a', '[0..10]', '"x"', 0],
      ['b', '(10..20]', '"x"', 1],
    ]
    expect(found('unique', rows, { allowed: '[0..20]' }, { allowed: '"x"' })).toEqual([])
    expect(found('unique', rows, { allowed: '>= 0' }, { allowed: '"x"' })).toEqual([
      'gap: No row covers area > 20.',
    ])
  })
  it('knows that nothing lies between two whole numbers, or between two days', () => {
    const persons: readonly Cells[] = [
      ['few', '<= 3', '-', 0],
      ['many', '>= 4', '-', 1],
    ]
    expect(found('unique', persons)).toEqual(['gap: No row covers area (3..4).'])
    expect(found('unique', persons, { whole: true })).toEqual([])
    expect(
      found('unique', [
        ['old', '<= date("2025-12-31")', '-', 0],
        ['new', '>= date("2026-01-02")', '-', 1],
      ]),
    ).toEqual(['gap: No row covers area (date("2025-12-31")..date("2026-01-02")).'])
  })
  it('finds rows that cover the same', () => {
    const rows: readonly Cells[] = [
      ['a', '<= 10', '-', 0],
      ['b', '>= 10', '-', 1],
    ]
    expect(found('unique', rows)).toEqual(['overlap: Rows a and b both cover area 10.'])
    expect(found('any', rows)).toEqual(['rows-disagree: Rows a and b both cover area 10.'])
    expect(
      found(
        'any',
        rows.map(([id, area, use]) => [id, area, use, 7] as const),
      ),
    ).toEqual([])
    expect(found('first', rows)).toEqual([])
  })
  it('finds rows that rows above cover only together', () => {
    expect(
      found('first', [
        ['a', '< 10', '-', 0],
        ['b', '-', '"x"', 1],
        ['dead', '< 5', '"y"', 2],
        ['alive', '-', '"y"', 2],
        ['c', '>= 10', 'not("x","y")', 2],
        ['all', '-', '-', 3],
      ]),
    ).toEqual([
      'row-never-reached: Row dead is never reached: rows above cover it.',
      'row-never-reached: Row all is never reached: rows above cover it.',
    ])
  })
  it('finds a row that no value can meet', () => {
    expect(found('collect', [['a', '[5..3]', '-', 0]])).toEqual([
      'row-never-applies: Row a never applies: no value passes this cell.',
    ])
    expect(found('collect', [['a', '-', '"z"', 0]], {}, { allowed: '"x"' })).toHaveLength(1)
  })
  it('finds cells that compare different kinds', () => {
    expect(
      found('unique', [
        ['a', '5', '-', 0],
        ['b', '"5"', '-', 0],
      ])[0],
    ).toMatch(/^kinds-mixed/)
  })
  it('finishes with a large table, and says so where it cannot', () => {
    const rows = Array.from(
      { length: 150 },
      (_row, index): Cells => [`r${index}`, `[${index}..${index + 1})`, '-', index],
    )
    expect(found('unique', rows, { allowed: '[0..150)' })).toEqual([])
  })
})
