import { describe, expect, it } from 'vitest'
import { surveyZhCN } from '../../../texts/survey-zh-cn.ts'
import { answersIn, faultsOf } from './survey-answers.ts'

const name = (text: string) => ({ 'zh-CN': text, en: text })
const asked = { hint: null, ends: null, options: [] }
const survey = {
  grouping: null,
  questions: [
    { id: 'overall', kind: 'scale' as const, name: name('总的'), ...asked },
    { id: 'matters', kind: 'several' as const, name: name('哪些'), ...asked },
    { id: 'words', kind: 'text' as const, name: name('还有'), ...asked },
  ],
}
const wording = { texts: surveyZhCN.faults, language: 'zh-CN' } as const

type Pair = readonly [field: string, value: string]

function form(...pairs: readonly Pair[]): FormData {
  const data = new FormData()
  for (const [field, value] of pairs) data.append(field, value)
  return data
}

const faults = (...pairs: readonly Pair[]) =>
  faultsOf(survey, answersIn(form(...pairs)), wording).map(({ field }) => field)

describe(answersIn, () => {
  it('makes a list of what is ticked more than once, and sends a number only with the wish for an answer', () => {
    const ticked = [
      ['matters', 'tax'],
      ['matters', 'permits'],
      ['phone', '13900000001'],
    ] as const
    expect(answersIn(form(...ticked))).toEqual({ answers: { matters: ['tax', 'permits'] } })
    expect(answersIn(form(...ticked, ['wants-reply', 'on']))).toMatchObject({
      reply: { phone: '13900000001' },
    })
  })
})

describe(faultsOf, () => {
  it('asks for scales and leaves ticks and words to the reader', () => {
    expect(faults()).toEqual(['overall'])
    expect(faults(['overall', '4'])).toEqual([])
  })

  it('asks whoever wants an answer for words and a number', () => {
    expect(faults(['overall', '4'], ['wants-reply', 'on'])).toEqual(['words', 'phone'])
    const whole = [
      ['overall', '4'],
      ['words', '窗口少'],
      ['phone', '13900000001'],
    ] as const
    expect(faults(...whole, ['wants-reply', 'on'])).toEqual([])
  })
})
