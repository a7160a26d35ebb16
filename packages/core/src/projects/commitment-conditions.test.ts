import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogueContent } from '../../../server/src/catalogue/index.ts'
import { checkConditions, conditionsOf } from './commitment-conditions.ts'
import { type CommitmentLetter, letterDigest } from './commitment-letter.ts'

const zone = join(import.meta.dirname, '../../../../content/qingdao')
const { commitments } = readCatalogueContent(zone).catalogue.path
const award = commitments.filter(({ id }) => id === 'C1')

describe(checkConditions, () => {
  it('lets a promise be signed where every condition is known to hold', () => {
    expect(checkConditions(award, { 'tender.candidatePublished': true }, 'good').ok).toBe(true)
  })

  it('refuses what is not known yet, what is known not to hold, and whom the register speaks against', () => {
    expect(checkConditions(award, {}, 'good')).toMatchObject({ code: 'commitment-condition-open' })
    expect(checkConditions(award, { 'tender.candidatePublished': false }, 'good')).toMatchObject({
      code: 'commitment-not-applicable',
    })
    expect(checkConditions(award, { 'tender.candidatePublished': true }, 'bad')).toMatchObject({
      code: 'commitment-excluded',
    })
  })

  it('lets nobody state of themselves what a register says', () => {
    const [first] = award
    const confirmable = first === undefined ? [] : conditionsOf(first, {}).map(({ confirm }) => confirm)
    expect(confirmable).toEqual(['tender.candidatePublished', null])
  })
})

describe(letterDigest, () => {
  const letter: CommitmentLetter = {
    heading: '承诺书',
    addressee: '行政审批服务部',
    facts: [{ label: '项目', value: '一期' }],
    told: [],
    pledges: ['按期交齐'],
    closing: [],
    signer: '林海宁',
  }

  it('is that of the words alone, and another one for another word', () => {
    expect(letterDigest({ ...letter })).toBe(letterDigest(letter))
    expect(letterDigest({ ...letter, pledges: ['尽快交齐'] })).not.toBe(letterDigest(letter))
  })
})
