import { describe, expect, it } from 'vitest'
import { draftProgress } from './draft-progress.ts'

type Arguments = Parameters<typeof draftProgress>

const paper = (id: string) => ({ id, source: 'applicant', state: 'missing' })

function progress(given: { answered?: boolean; attached?: readonly string[]; answers?: object } = {}) {
  const { answered = false, attached = [], answers = {} } = given
  const file = {
    answers,
    answersVersion: 1,
    service: { requirements: [paper('contract'), paper('drawings'), paper('particulars')] },
  }
  const form = {
    sections: [
      { requirement: null, answered: true },
      { requirement: 'particulars', answered },
    ],
  }
  return draftProgress(
    file as unknown as Arguments[0],
    form as unknown as Arguments[1],
    attached.map((requirement) => ({ requirement })) as unknown as Arguments[2],
  )
}

describe(draftProgress, () => {
  it('leads to the first section that is not answered', () => {
    expect(progress()).toMatchObject({ form: 'doing', openSection: 1, next: 'form/1' })
  })
  it('asks for files alone, since what is answered needs no file', () => {
    expect(progress({ answered: true })).toMatchObject({ form: 'done', asked: 2, next: 'papers' })
  })
  it('counts a paper that is promised for later as brought', () => {
    const both = { answered: true, attached: ['drawings'], answers: { 'later.contract': true } }
    expect(progress(both)).toMatchObject({ papers: 'done', ready: 2, next: 'check' })
  })
})
