import { describe, expect, it } from 'vitest'
import {
  type AnsweredPaper,
  announcedPapers,
  answeredPapers,
  answerFault,
  type FormQuestion,
} from './case-form.ts'

const plain: FormQuestion = {
  id: 'contact.name',
  label: { 'zh-CN': '联系人' },
  hint: null,
  kind: 'line',
  unit: null,
  choices: [],
  optional: false,
  onlyIf: null,
  form: null,
  source: '一般做法',
  mark: 'G',
}
const phone: FormQuestion = {
  ...plain,
  id: 'contact.phone',
  form: { pattern: '^1\\d{10}$', fault: { 'zh-CN': '请输入 11 位手机号' } },
}
const who: FormQuestion = {
  ...plain,
  id: 'applicant.capacity',
  kind: 'choice',
  choices: [
    { value: 'self', name: { 'zh-CN': '本人' } },
    { value: 'company', name: { 'zh-CN': '单位' } },
  ],
}
const company: FormQuestion = {
  ...plain,
  id: 'applicant.company',
  onlyIf: { question: 'applicant.capacity', is: 'company' },
}
const investment: FormQuestion = { ...plain, id: 'project.totalWan', kind: 'number' }
const general: AnsweredPaper = { evidence: null, questions: [who, company, phone] }
const statement: AnsweredPaper = { evidence: 'total-investment-statement', questions: [investment] }
const asPerson = { 'applicant.capacity': 'self', 'contact.phone': '13800000000' }

describe(answerFault, () => {
  it('asks for what is not answered, and takes blanks for nothing', () => {
    expect(answerFault(plain, {})).toBe('missing')
    expect(answerFault(plain, { 'contact.name': '  ' })).toBe('missing')
    expect(answerFault({ ...plain, optional: true }, {})).toBeUndefined()
  })
  it('knows a phone number by its form', () => {
    expect(answerFault(phone, { 'contact.phone': '1380000' })).toBe('form')
    expect(answerFault(phone, { 'contact.phone': '13800000000' })).toBeUndefined()
  })
  it('takes a number for a number, and a choice from its list alone', () => {
    expect(answerFault(investment, { 'project.totalWan': '一千万' })).toBe('not-a-number')
    expect(answerFault(investment, { 'project.totalWan': 1200.5 })).toBeUndefined()
    expect(answerFault(who, { 'applicant.capacity': 'ghost' })).toBe('not-a-choice')
  })
  it('does not ask a person for a company', () => {
    expect(answerFault(company, asPerson)).toBeUndefined()
    expect(answerFault(company, { 'applicant.capacity': 'company' })).toBe('missing')
  })
})

describe(answeredPapers, () => {
  it('counts a paper as handed in once its questions and those of every case are answered', () => {
    const papers = [general, statement]
    expect(answeredPapers(papers, asPerson)).toEqual([])
    expect(answeredPapers(papers, { 'project.totalWan': '1200' })).toEqual([])
    expect(answeredPapers(papers, { ...asPerson, 'project.totalWan': '1200' })).toEqual([
      'total-investment-statement',
    ])
  })
})

describe(announcedPapers, () => {
  it('reads which papers will follow, and passes over those of which it was taken back', () => {
    const answers = { 'later.construction-contract': true, 'later.supervision-contract': false, note: '后补' }
    expect(announcedPapers(answers)).toEqual(['construction-contract'])
  })
})
