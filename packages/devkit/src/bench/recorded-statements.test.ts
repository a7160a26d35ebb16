import { describe, expect, it } from 'vitest'
import { idleStatements, type Recording } from './recorded-statements.ts'

const one: Recording = [
  { text: 'begin', values: [] },
  { text: 'select 1 from session where id = $1', values: ['a'] },
  { text: 'update seat set state = $1', values: ['used'] },
  { text: 'commit', values: [] },
]

describe(idleStatements, () => {
  it('is content where every registration writes', () => {
    const rows = [
      [null, 1, 1, null],
      [null, 0, 1, null],
    ]
    expect(idleStatements([one, one], { perSecond: 1, rows })).toEqual([])
  })

  it('names the registration whose statement wrote nothing', () => {
    const rows = [
      [null, 1, 1, null],
      [null, 1, 0, null],
    ]
    expect(idleStatements([one, one], { perSecond: 1, rows })).toEqual([
      'registration 2: no row for update seat set state = $1',
    ])
  })
})
