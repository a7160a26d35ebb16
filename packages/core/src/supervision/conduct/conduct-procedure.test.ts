import { describe, expect, it } from 'vitest'
import { type ConductAct, type ConductMatter, conductAfter, type Examination } from './conduct-procedure.ts'

const tolerance: Examination = {
  kind: 'tolerance',
  forGain: false,
  orderly: true,
  harm: 'slight',
  remedied: true,
}
const clearing: Examination = { kind: 'clearing', form: 'public', consents: true }
const accusation: Examination = {
  kind: 'false-accusation',
  fabricated: true,
  intended: true,
  members: 3,
}
const granted: ConductAct = { do: 'determine', granted: true }

function after({ kind }: Examination, ...acts: readonly ConductAct[]): ConductMatter | string {
  let now: ConductMatter = { kind, state: 'opened' }
  for (const act of acts) {
    const next = conductAfter(now, act)
    if (!next.ok) return next.code
    now = next.value
  }
  return now
}

const examined = (examination: Examination): ConductAct => ({ do: 'examine', examination })

describe('each of the three procedures', () => {
  it.each<[string, Examination, ConductAct]>([
    ['tolerance', tolerance, { do: 'conclude' }],
    ['clearing', clearing, { do: 'conclude', form: 'public' }],
    ['a false accusation', accusation, { do: 'conclude' }],
  ])('is examined, determined and concluded: %s', (_, examination, end) => {
    expect(after(examination, examined(examination), granted, end)).toMatchObject({ state: 'concluded' })
  })

  it('is not determined before it was examined, nor concluded before it was granted', () => {
    expect(after(tolerance, granted)).toBe('conduct-out-of-turn')
    expect(after(tolerance, examined(tolerance), { do: 'conclude' })).toBe('conduct-out-of-turn')
    const refused: ConductAct = { do: 'determine', granted: false }
    expect(after(tolerance, examined(tolerance), refused, { do: 'conclude' })).toBe('conduct-out-of-turn')
  })

  it('is examined for what it is', () => {
    expect(after(tolerance, examined(clearing))).toBe('examination-of-other-kind')
  })

  it.each<[string, Examination, string]>([
    ['tolerance to who acted for gain', { ...tolerance, forGain: true }, 'acted-for-gain'],
    ['a public clearing without consent', { ...clearing, consents: false }, 'consent-missing'],
    [
      'a clearing in a meeting without consent',
      { ...clearing, form: 'meeting', consents: false },
      'consent-missing',
    ],
    [
      'a false accusation where the report was mistaken',
      { ...accusation, intended: false },
      'report-was-mistaken',
    ],
    [
      'a false accusation where the facts are true',
      { ...accusation, fabricated: false },
      'report-was-mistaken',
    ],
    ['a false accusation that two have studied', { ...accusation, members: 2 }, 'studied-by-too-few'],
  ])('does not grant %s', (_, examination, code) => {
    expect(after(examination, examined(examination), granted)).toBe(code)
  })

  it('clears a name in a conversation without asking for more', () => {
    const discreet: Examination = { kind: 'clearing', form: 'conversation', consents: false }
    const end: ConductAct = { do: 'conclude', form: 'conversation' }
    expect(after(discreet, examined(discreet), granted, end)).toMatchObject({ state: 'concluded' })
  })

  it('clears a name in the form that was agreed and in no other', () => {
    expect(after(clearing, examined(clearing), granted, { do: 'conclude', form: 'meeting' })).toBe(
      'form-not-agreed',
    )
  })
})
