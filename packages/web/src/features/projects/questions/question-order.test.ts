import { describe, expect, it } from 'vitest'
import {
  numberIn,
  type Question,
  questionAddress,
  tickedFacts,
  topicAfter,
  topicBefore,
  unsureOf,
} from './question-order.ts'

function aQuestion(id: string, given: Partial<Question> = {}): Question {
  const empty = { options: [], fields: [], picks: null, all: null, none: null }
  const unanswered = { answer: null, filledBy: null, because: null }
  const worded = { name: id, question: `${id}?`, hint: null }
  return {
    id,
    ...worded,
    form: 'choice',
    later: false,
    state: 'open',
    ...empty,
    ...unanswered,
    attributes: [id],
    ...given,
  }
}

const field = (id: string, attribute = id) => ({
  id,
  attribute,
  name: id,
  hint: null,
  unit: null,
  value: null,
})

const questions = [
  aQuestion('investor', { state: 'answered' }),
  aQuestion('nature', { state: 'derived' }),
  aQuestion('land'),
  aQuestion('size'),
  aQuestion('earth', { later: true }),
  aQuestion('utilities', { later: true }),
]
const named = (id: string) => questions.find((question) => question.id === id) ?? aQuestion(id)

describe(topicAfter, () => {
  it('goes on to the next open question and passes over what follows by rule', () => {
    expect(topicAfter(questions, named('investor'))).toBe('land')
    expect(topicAfter(questions, undefined)).toBe('land')
  })
  it('comes back to what was left open before it', () => {
    const answered = questions.map((one) =>
      one.id === 'size' ? { ...one, state: 'answered' as const } : one,
    )
    expect(topicAfter(answered, named('size'))).toBe('land')
  })
  it('ends at the check, and so does the later round', () => {
    const answered = questions.map((one) => ({ ...one, state: 'unsure' as const }))
    expect(topicAfter(answered, named('size'))).toBe('check')
    expect(topicAfter(questions, named('earth'))).toBe('utilities')
    expect(topicAfter(answered, named('utilities'))).toBe('check')
  })
})

describe(topicBefore, () => {
  it('leads back over what follows by rule, and from a later question to the check', () => {
    expect(topicBefore(questions, named('land'))).toBe('investor')
    expect(topicBefore(questions, named('investor'))).toBeUndefined()
    expect(topicBefore(questions, named('earth'))).toBe('check')
    expect(topicBefore(questions, named('nature'))).toBe('check')
  })
})

describe('what an answer keeps', () => {
  const site = aQuestion('site', { form: 'ticks', fields: [field('forest'), field('sea')] })
  it('is yes for what is ticked, and no or not known for the rest', () => {
    expect(tickedFacts(site, new Set(['sea']), false)).toEqual({ forest: false, sea: true })
    expect(tickedFacts(site, new Set(['sea']), null)).toEqual({ forest: null, sea: true })
  })
  it('is a list where one attribute holds what is ticked', () => {
    const uses = aQuestion('uses', {
      form: 'ticks',
      picks: 'build.uses',
      fields: [field('hotel', 'build.uses'), field('clinic', 'build.uses')],
      none: { value: 'other', name: 'none' },
    })
    expect(tickedFacts(uses, new Set(['clinic']), false)).toEqual({ 'build.uses': ['clinic'] })
    expect(tickedFacts(uses, new Set(), false)).toEqual({ 'build.uses': ['other'] })
    expect(tickedFacts(uses, new Set(), null)).toEqual({ 'build.uses': null })
  })
  it('is not known for everything a question asks', () => {
    expect(unsureOf(aQuestion('investor', { attributes: ['a', 'b'] }))).toEqual({ a: null, b: null })
  })
})

describe(numberIn, () => {
  it.each([
    ['30000', 30_000],
    [' 30,000 ', 30_000],
    ['３００.５', 300.5],
    ['', null],
    ['-3', undefined],
    ['三万', undefined],
    ['1e9', undefined],
  ])('reads %j as %j', (written, value) => {
    expect(numberIn(written)).toBe(value)
  })
})

describe(questionAddress, () => {
  it('holds the project, the question and where to go back to', () => {
    expect(questionAddress('p1', 'land')).toBe('/build/new/p1/land')
    expect(questionAddress('p1', 'fire.special', true)).toBe('/build/new/p1/fire.special?from=check')
  })
})
