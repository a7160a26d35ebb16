import { describe, expect, it } from 'vitest'
import { knownFacts, type Opening, openQuestion } from './opening-answers.ts'

function aQuestion(id: string, type: Opening['questions'][number]['type']): Opening['questions'][number] {
  return { id, question: { 'zh-CN': id }, hint: null, type, unit: null, choices: [] }
}

const opening: Opening = {
  service: { id: 'M307', name: { 'zh-CN': '施工许可' } },
  online: true,
  questions: [
    aQuestion('build.gfa', 'number'),
    aQuestion('bidding.required', 'boolean'),
    aQuestion('build.type', 'choice'),
  ],
}

describe('the questions before a case is opened', () => {
  it('are put in their order, and those that were answered not again', () => {
    expect(openQuestion(opening, {})?.id).toBe('build.gfa')
    expect(openQuestion(opening, { 'build.gfa': '1200' })?.id).toBe('bidding.required')
  })

  it('count as answered where the answer is that nobody knows', () => {
    const answers = { 'build.gfa': '', 'bidding.required': '', 'build.type': '' }
    expect(openQuestion(opening, answers)).toBeUndefined()
    expect(knownFacts(opening, answers)).toEqual({})
  })

  it('give facts of the kind that each asks for', () => {
    const answers = { 'build.gfa': '1200.5', 'bidding.required': 'no', 'build.type': 'fitout', other: 'x' }
    expect(knownFacts(opening, answers)).toEqual({
      'build.gfa': 1200.5,
      'bidding.required': false,
      'build.type': 'fitout',
    })
  })
})
