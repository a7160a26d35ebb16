import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvedBulletin, type Bulletin, mayRevise, publishedBulletin, unresolved } from './bulletin.ts'
import { identifyingWords } from './identifying-words.ts'

const known = { people: ['高远山'], units: ['青岛示范仪器有限公司', '示范仪器'] }
const found = (text: string) => identifyingWords(text, known).map(({ kind, words }) => [kind, words])

describe('what gives somebody away', () => {
  it.each([
    ['证件号 37020219790812015X 的当事人', [['identity-number', '37020219790812015X']]],
    ['代码 91370200MA3C1234X5 的企业', [['credit-code', '91370200MA3C1234X5']]],
    [
      '电话 13900000001，座机 0532-88991122',
      [
        ['phone', '13900000001'],
        ['phone', '0532-88991122'],
      ],
    ],
    ['来信 a.b@example.cn', [['email', 'a.b@example.cn']]],
    ['公车鲁B12345 停在门口', [['plate', '鲁B12345']]],
    ['高远山在会上', [['person', '高远山']]],
    ['王建国科长收受', [['titled-name', '王建国']]],
  ])('is found: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('is found once where a shorter name lies within a longer one', () => {
    expect(found('青岛示范仪器有限公司的项目')).toEqual([['unit', '青岛示范仪器有限公司']])
  })

  it('is nothing in a text made anonymous', () => {
    expect(found('某部门科长王某某对三家企业的申请拖延四十日，未告知原因。')).toEqual([])
  })

  it('is found wherever it stands in a text', () => {
    const plain = fc.string({ unit: fc.constantFrom('某', '单', '位', '，', '办', '理') })
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(found(`${before}13900000001${after}`)).toContainEqual(['phone', '13900000001'])
        expect(found(`${before}高远山${after}`)).toContainEqual(['person', '高远山'])
      }),
    )
  })
})

describe('a bulletin', () => {
  const drafted: Bulletin = {
    state: 'drafted',
    revision: 2,
    writerIds: ['author', 'second-hand'],
    approverIds: [],
  }
  const left = identifyingWords('高远山拖延办理', known)
  const read = (approverId: string, revision = 2) => ({ approverId, revision })

  it('is changed by whoever had the text that stands, while it is a draft', () => {
    expect(mayRevise({ state: 'drafted', revision: 3 }, 3)).toMatchObject({ ok: true })
    expect(mayRevise({ state: 'drafted', revision: 3 }, 2)).toMatchObject({
      code: 'bulletin-rewritten-meanwhile',
    })
    expect(mayRevise({ state: 'published', revision: 3 }, 3)).toMatchObject({ code: 'bulletin-published' })
  })

  it('is approved by nobody while a finding is left', () => {
    expect(approvedBulletin(drafted, read('one'), left)).toMatchObject({ code: 'identifying-words-left' })
    expect(unresolved(left, [{ words: '高远山', reason: ' ' }])).toHaveLength(1)
    expect(unresolved(left, [{ words: '高远山', reason: '已公开通报过姓名' }])).toEqual([])
  })

  it('is not approved by its author, nor twice by the same person', () => {
    expect(approvedBulletin(drafted, read('author'), [])).toMatchObject({ code: 'author-approves-not' })
    const once: Bulletin = { ...drafted, approverIds: ['one'] }
    expect(approvedBulletin(once, read('one'), [])).toMatchObject({ code: 'approved-before' })
  })

  it('is approved only as it was read', () => {
    expect(approvedBulletin(drafted, read('one', 1), [])).toMatchObject({
      code: 'bulletin-revised-meanwhile',
    })
    expect(approvedBulletin(drafted, read('one', 3), [])).toMatchObject({
      code: 'bulletin-revised-meanwhile',
    })
    expect(approvedBulletin(drafted, read('one'), [])).toMatchObject({ value: { approverIds: ['one'] } })
  })

  it('is published after two people have approved it, and not before', () => {
    const approved = (...approverIds: string[]) => publishedBulletin({ ...drafted, approverIds }, [])
    expect(approved('one')).toMatchObject({ code: 'approvals-missing' })
    expect(approved('one', 'author')).toMatchObject({ code: 'approvals-missing' })
    expect(approved('one', 'two')).toMatchObject({ ok: true, value: { state: 'published' } })
    expect(publishedBulletin({ ...drafted, approverIds: ['one', 'two'] }, left)).toMatchObject({
      code: 'identifying-words-left',
    })
  })
})
