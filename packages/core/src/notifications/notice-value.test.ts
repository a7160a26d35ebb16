import { describe, expect, it } from 'vitest'
import { maskMail, maskName, maskPhone, writeValue } from './notice-value.ts'

const chinese = { language: 'zh-CN', utcOffsetMinutes: 480 } as const
const english = { language: 'en', utcOffsetMinutes: 480 } as const

describe(writeValue, () => {
  it.each([
    ['moment', '2026-03-02T17:05:00.000Z', '3月3日 01:05', '3 Mar 01:05'],
    ['date', '2026-12-31', '2026年12月31日', '31 Dec 2026'],
    ['count', 3, '3', '3'],
    ['person-name', '欧阳修远', '欧***', '欧***'],
    ['entity-name', '青岛海之宁信息技术有限公司', '青岛海之宁信息技术有限公司', '青岛海之宁信息技术有限公司'],
    ['link', 'https://example.cn/sign/abc', 'https://example.cn/sign/abc', 'https://example.cn/sign/abc'],
  ] as const)('writes a %s', (kind, value, zh, en) => {
    expect(writeValue(kind, value, chinese)).toEqual({ ok: true, value: zh })
    expect(writeValue(kind, value, english)).toEqual({ ok: true, value: en })
  })
  it.each([
    ['moment', 'tomorrow', 'value-malformed'],
    ['date', '31.12.2026', 'value-malformed'],
    ['case-number', '  ', 'value-malformed'],
    ['case-number', 'QG26-040017-XXX', 'value-too-long'],
    ['link', `https://example.cn/${'a'.repeat(40)}`, 'value-too-long'],
  ] as const)('refuses as a %s: %s', (kind, value, code) => {
    expect(writeValue(kind, value, chinese)).toMatchObject({ ok: false, code })
  })
  it('shortens a long name without cutting a rare character in two', () => {
    const long = `${'青'.repeat(18)}𠮷𠮷有限公司`
    const written = writeValue('entity-name', long, chinese)
    expect(written).toEqual({ ok: true, value: `${'青'.repeat(18)}…` })
  })
})

describe(maskName, () => {
  it.each([
    ['王青', '王*'],
    ['王', '王'],
    [' 司马相如先生 ', '司***'],
    ['𠮷田', '𠮷*'],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

describe(maskPhone, () => {
  it.each([
    ['13900000001', '139****0001'],
    ['12345', '****'],
  ])('%s becomes %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })
})

describe(maskMail, () => {
  it.each([
    ['lin@example.cn', 'l***@example.cn'],
    ['nobody', '***'],
  ])('%s becomes %s', (address, masked) => {
    expect(maskMail(address)).toBe(masked)
  })
})
