import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cutWords,
  issueNumber,
  issueNumberIn,
  type MailHead,
  type MailVocabulary,
  machineBehind,
  meaningOfMail,
  newSubject,
  plainMailText,
  plainSubject,
  withoutQuote,
} from '../index.ts'

const person: MailHead = {
  from: 'liu@example.cn',
  returnPath: '<liu@example.cn>',
  autoSubmitted: '',
  precedence: '',
  listId: '',
  contentType: 'text/plain',
  autoReply: '',
}

describe(machineBehind, () => {
  const own = ['voice@example.gov.cn']
  it.each([
    ['a person', {}, undefined],
    ['a person whose program says that nobody answered for them', { autoSubmitted: 'no' }, undefined],
    ['our own answer come back', { from: 'voice@example.gov.cn' }, 'own'],
    ['a bounce by its empty envelope', { returnPath: '<>' }, 'bounce'],
    ['a bounce by its sender', { from: 'mailer-daemon@example.cn' }, 'bounce'],
    ['a bounce by its form', { contentType: 'multipart/report; report-type=delivery-status' }, 'bounce'],
    ['a mailing list', { listId: '<news.example.cn>' }, 'list'],
    ['an advertisement', { precedence: 'bulk' }, 'list'],
    ['an absence note', { autoSubmitted: 'auto-replied' }, 'answering-machine'],
    ['an absence note of an old program', { precedence: 'auto_reply' }, 'answering-machine'],
    ['an absence note marked otherwise', { autoReply: 'yes' }, 'answering-machine'],
  ])('knows %s', (_what, head, machine) => {
    expect(machineBehind({ ...person, ...head }, own)).toBe(machine)
  })
})

describe(plainSubject, () => {
  it.each([
    ['Re: 回复：停水', '停水'],
    ['转发: Fwd[2]: 停水 [SY26-000123-4]', '停水'],
    ['停水\r\nBcc: everybody@example.cn', '停水 Bcc: everybody@example.cn'],
    ['\u202e水停', '水停'],
    ['', ''],
  ])('reads %j as %j', (written, plain) => {
    expect(plainSubject(written)).toBe(plain)
  })
  it('is one line of at most 120 characters, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => {
        const plain = plainSubject(written)
        expect(plain).not.toMatch(/[\r\n\0\u2028\u2029]/)
        expect([...plain].length).toBeLessThanOrEqual(120)
      }),
      { numRuns: 60 },
    )
  })
})

describe(newSubject, () => {
  const ofThread = ['停水 三天', '您的来信']
  it.each([
    ['Re: 停水三天 [SY26-000123-4]', ''],
    ['答复： 停水　三天', ''],
    ['回复：您的来信 [SY26-000123-4]', ''],
    ['', ''],
    ['Re: 停水三天，科长要红包', '停水三天，科长要红包'],
    ['另有一事', '另有一事'],
  ])('reads %j as saying %j anew', (written, said) => {
    expect(newSubject(written, ofThread)).toBe(said)
  })
})

describe(issueNumberIn, () => {
  const number = issueNumber(2026, 123)
  it('finds the number of an issue in an answer', () => {
    expect(issueNumberIn(`回复：停水 [${number.toLowerCase()}]`)).toBe(number)
  })
  it('does not take a number with a wrong check digit', () => {
    const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10)
    expect(issueNumberIn(`停水 [${wrong}]`)).toBeUndefined()
  })
})

describe(plainMailText, () => {
  it('leaves nothing that hides or turns text', () => {
    expect(plainMailText('停\u202e水\u200b了\u0007\r\n\r\n\r\n\r\n请\t看  \r\n')).toBe('停水了\n\n请\t看')
  })
})

describe(withoutQuote, () => {
  it.each([
    ['还没有水。\n\n在 2026年4月1日，信箱写道：\n> 已登记', '还没有水。'],
    ['还没有水。\n------------------ 原始邮件 ------------------\n发件人: 信箱', '还没有水。'],
    ['Still no water.\nOn Wed, Apr 1, 2026 at 9:30 AM Voice wrote:\n> registered', 'Still no water.'],
    ['> 已登记\n还没有水。', '还没有水。'],
    ['> 只有引用', '> 只有引用'],
    ['在园区里等了两天，无人写道歉信', '在园区里等了两天，无人写道歉信'],
  ])('keeps of %j only %j', (text, said) => {
    expect(withoutQuote(text)).toBe(said)
  })
})

describe(cutWords, () => {
  it('cuts by characters as the table counts them, and says so', () => {
    const cut = cutWords('𠮷'.repeat(30), { characters: 20, note: '（后文截去）' })
    expect([...cut].length).toBe(20)
    expect(cut.endsWith('𠮷（后文截去）')).toBe(true)
    expect(cutWords('短', { characters: 20, note: '（后文截去）' })).toBe('短')
  })
})

describe(meaningOfMail, () => {
  const vocabulary: MailVocabulary = {
    kinds: { appeal: ['诉求'], suggestion: ['建议'], complaint: ['投诉'] },
    topics: [{ id: 'utilities', words: ['停水'] }],
    otherwise: 'procedure',
    misconduct: ['受贿', '吃拿卡要'],
    overruling: ['诉求'],
  }
  const mail = (subject: string, text = '', files: string[] = []) =>
    meaningOfMail({ subject, text, files }, vocabulary)
  it('sorts by topic, and lets what fits nowhere be sorted by people', () => {
    expect(mail('厂房又停水了')).toEqual({ kind: 'appeal', topic: 'utilities' })
    expect(mail('请帮忙')).toEqual({ kind: 'appeal', topic: 'procedure' })
  })
  it('takes the sender at their word about the kind', () => {
    expect(mail('【建议】窗口晚开一小时').kind).toBe('suggestion')
    expect(mail('投诉：等了两天').kind).toBe('complaint')
  })
  it('knows a report of misconduct in subject, text and names of files, spaces or not', () => {
    expect(mail('反映问题', '某科长 吃 拿 卡 要').kind).toBe('misconduct')
    expect(mail('材料', '见附件', ['受贿经过.docx']).kind).toBe('misconduct')
  })
  it('is kept in confidence where a complaint or a suggestion is about misconduct', () => {
    expect(mail('投诉：某科长吃拿卡要').kind).toBe('misconduct')
    expect(mail('建议查一查', '某科长受贿').kind).toBe('misconduct')
  })
  it('lets whoever was misunderstood say so in the subject', () => {
    expect(mail('诉求：电视剧里受贿的情节', '').kind).toBe('appeal')
  })
})
