import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import {
  afterSignature,
  type Consultation,
  type ConsultationMember,
  consultationRuns,
  draftedRevision,
  mayState,
  severalDepartments,
} from './consultation.ts'

const on = plainDate('2026-04-20')
const member = (personId: string, over: Partial<ConsultationMember> = {}): ConsultationMember => ({
  personId,
  authority: personId,
  hasStated: true,
  seen: 2,
  ...over,
})
const open: Consultation = {
  state: 'stating',
  until: plainDate('2026-04-30'),
  pieces: 2,
  revision: 0,
  members: [member('housing'), member('park')],
}
const drafted: Consultation = { ...open, state: 'concluding', revision: 3 }
const sign = (consultation: Consultation, personId = 'housing', revision = 3) =>
  afterSignature(consultation, { personId, revision, on })

describe('a consultation', () => {
  it('is one of several departments', () => {
    expect(severalDepartments(['housing', 'park'])).toMatchObject({ ok: true })
    expect(severalDepartments(['housing', 'housing'])).toMatchObject({ code: 'one-department-only' })
  })

  it('is open on its last day, and not on the next, nor once it is concluded', () => {
    expect(consultationRuns(open, open.until)).toMatchObject({ ok: true })
    expect(consultationRuns(open, plainDate('2026-05-01'))).toMatchObject({ code: 'consultation-over' })
    expect(consultationRuns({ ...open, state: 'concluded' }, on)).toMatchObject({
      code: 'consultation-concluded',
    })
  })

  it('hears statements until a conclusion is drafted from them', () => {
    expect(mayState(open, on)).toMatchObject({ ok: true })
    expect(mayState(drafted, on)).toMatchObject({ code: 'conclusion-drafted' })
  })

  it('has a conclusion once everybody has stated, with a new number each time', () => {
    const silent = { ...open, members: [member('housing'), member('park', { hasStated: false })] }
    expect(draftedRevision(silent, on)).toMatchObject({ code: 'statements-missing', because: { count: 1 } })
    expect(draftedRevision(open, on)).toEqual({ ok: true, value: 1 })
    expect(draftedRevision(drafted, on)).toEqual({ ok: true, value: 4 })
  })
})

describe('a signature', () => {
  it('is one of somebody who has seen all of the evidence', () => {
    const unread = { ...drafted, members: [member('housing', { seen: 1 }), member('park')] }
    expect(sign(unread)).toMatchObject({ code: 'evidence-not-seen', because: { count: 1 } })
    expect(sign(unread, 'park')).toMatchObject({ ok: true })
  })

  it('is one of the revision that was read', () => {
    expect(sign(drafted, 'housing', 2)).toMatchObject({
      code: 'conclusion-redrafted',
      because: { revision: 3 },
    })
    expect(sign(open)).toMatchObject({ code: 'conclusion-not-drafted' })
  })

  it('is given once, and the last of them concludes', () => {
    expect(sign(drafted)).toEqual({ ok: true, value: { state: 'concluding', left: 1 } })
    const one = { ...drafted, members: [member('housing', { signed: 3 }), member('park')] }
    expect(sign(one)).toMatchObject({ code: 'signed-already' })
    expect(sign(one, 'park')).toEqual({ ok: true, value: { state: 'concluded', left: 0 } })
  })

  it('over an earlier revision counts for nothing', () => {
    const earlier = { ...drafted, members: [member('housing', { signed: 2 }), member('park')] }
    expect(sign(earlier, 'park')).toEqual({ ok: true, value: { state: 'concluding', left: 1 } })
  })
})
