import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditEntry } from './audit-entry.ts'

const entry = {
  principal: 'person:0199b1c2-7d3e-7000-8000-000000000001',
  command: 'registration.submit',
  subject: 'QG26-000001-X',
  correlationId: 'c1',
}

describe(auditEntry, () => {
  it.each([
    ['QG26-000001-X'],
    ['0199b1c2-7d3e-7000-8000-000000000001'],
    ['37022220260302000001'],
    ['91370200163562681G'],
    [''],
  ])('takes the subject %s', (subject) => {
    expect(auditEntry({ ...entry, subject })).toEqual({ ok: true, value: { ...entry, subject } })
  })
  it.each([
    ['audit-principal-named', { principal: '王小青' }],
    ['audit-principal-named', { principal: 'person:王小青' }],
    ['audit-command-malformed', { command: 'Submit it' }],
    ['audit-subject-personal', { subject: '王小青' }],
    ['audit-subject-personal', { subject: '370214198804120010' }],
    ['audit-subject-personal', { subject: '37021419880412001X' }],
    ['audit-subject-personal', { subject: '13900000001' }],
    ['audit-subject-personal', { subject: 'lin@example.cn' }],
  ] as const)('refuses with %s: %j', (code, change) => {
    expect(auditEntry({ ...entry, ...change })).toMatchObject({ ok: false, code })
  })
  it('never repeats a subject that it refuses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (subject) => {
        const answer = auditEntry({ ...entry, subject })
        expect(answer.ok).toBe(false)
        expect(JSON.stringify(answer)).not.toContain(subject)
      }),
    )
  })
})
