import { describe, expect, it } from 'vitest'
import { dutyFilters, isShown, type OwedDuty } from './duty-filter.ts'

function aDuty(state: OwedDuty['state'], revocation: OwedDuty['revocation'] = null): OwedDuty {
  return {
    caseId: '1',
    number: 'A',
    applicant: '林海宁',
    service: {},
    duty: 'C1',
    kind: 'paper-late',
    what: '中标通知书',
    state,
    due: '2026-03-02',
    rectifyBy: null,
    remaining: 1,
    revocation,
    returnBy: null,
    extended: false,
    light: 'green',
  }
}

const shownUnder = (duty: OwedDuty) => dutyFilters.filter((filter) => isShown(duty, filter))

describe('the duties a department looks at', () => {
  it('are open or in rectification until they are settled', () => {
    expect(shownUnder(aDuty('open'))).toEqual(['all', 'open'])
    expect(shownUnder(aDuty('lapsed'))).toEqual(['all', 'lapsed'])
    expect(shownUnder(aDuty('made-up'))).toEqual(['all', 'settled'])
  })

  it('are to be acted on once the rectification has failed, until the permit is revoked', () => {
    expect(shownUnder(aDuty('failed'))).toEqual(['all', 'due'])
    expect(shownUnder(aDuty('failed', 'proposed'))).toEqual(['all', 'due'])
    expect(shownUnder(aDuty('failed', 'revoked'))).toEqual(['all', 'settled'])
    expect(shownUnder(aDuty('open', 'revoked'))).toEqual(['all', 'settled'])
  })
})
