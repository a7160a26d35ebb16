import { describe, expect, it } from 'vitest'
import { firstOpenPage, flowAddress, pageAfter, pageBefore, stepsOf } from './step-order.ts'

describe(pageAfter, () => {
  it('walks every question once and ends at the check page', () => {
    for (const kind of ['LLC', 'IND'] as const) {
      const walked: string[] = []
      for (let page: string = stepsOf[kind][0]; page !== 'check'; ) {
        walked.push(page)
        page = pageAfter(kind, page as (typeof stepsOf)['LLC'][number], false)
      }
      expect(walked).toEqual(stepsOf[kind])
    }
  })
  it('returns straight to the check page when the reader came from there', () => {
    expect(pageAfter('LLC', 'name', true)).toBe('check')
  })
})

describe(pageBefore, () => {
  it('undoes pageAfter', () => {
    expect(pageBefore('LLC', 'seat')).toBe('name')
    expect(pageBefore('LLC', 'name')).toBeUndefined()
  })
})

describe(firstOpenPage, () => {
  it('is the first question that is not done', () => {
    expect(
      firstOpenPage([
        { section: 'name', state: 'done' },
        { section: 'seat', state: 'in-progress' },
      ]),
    ).toBe('seat')
    expect(firstOpenPage([{ section: 'name', state: 'done' }])).toBe('check')
  })
})

describe(flowAddress, () => {
  it('names page, application and where the reader came from', () => {
    expect(flowAddress('name', 'x', true)).toBe('/apply/company/name?id=x&from=check')
  })
})
