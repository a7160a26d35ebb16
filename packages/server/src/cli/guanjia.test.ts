import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const launcher = join(import.meta.dirname, '../../bin/guanjia.mjs')

/** The tool as a program calls it, from another folder. */
function guanjia(...words: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, ...words], {
    cwd: '/',
    encoding: 'utf8',
  })
  return { stdout, stderr, status, json: () => JSON.parse(stdout) as unknown }
}

describe('guanjia', () => {
  it('counts working days over a holiday and a make-up Saturday', () => {
    expect(guanjia('calendar', 'due', '2026-04-30', '4', '--json').json()).toMatchObject({
      due: '2026-05-09',
    })
  })

  it('says of a day whether it is worked, and by which notice', () => {
    expect(guanjia('calendar', 'day', '2026-02-14', '--json').json()).toEqual({
      date: '2026-02-14',
      workingDay: true,
      kind: 'make-up-working-day',
      source: expect.stringContaining('www.gov.cn'),
    })
  })

  it('refuses a year without a calendar', () => {
    const refused = guanjia('calendar', 'due', '2031-01-01', '1', '--json')
    expect(refused.status).not.toBe(0)
    expect(refused.json()).toMatchObject({ problem: { code: 'calendar-not-published' } })
  })

  it('says of a year before the first calendar that it is not kept, and refuses a count below zero', () => {
    const past = guanjia('calendar', 'day', '2019-05-01', '--json').json()
    expect(past).toMatchObject({
      problem: { code: 'calendar-not-published', message: expect.stringContaining('not kept here') },
    })
    const count = guanjia('calendar', 'due', '2026-04-30', '-1', '--json')
    expect(count.json()).toMatchObject({ problem: { code: 'count-malformed' } })
    expect(count.status).toBe(1)
  })

  it('checks a unified code and an identity number', () => {
    expect(guanjia('code', 'check', '91350100M000100Y43', '--json').json()).toEqual({
      valid: true,
      because: [],
    })
    expect(guanjia('code', 'check', '91350100M000100Y44', '--json').json()).toMatchObject({ valid: false })
    const number = '110105194912310021'
    const checked = guanjia('code', 'check-id', number)
    expect(checked.stdout).toMatch(/^not valid/)
    expect(checked.stdout).not.toContain(number)
  })

  it('reads a name and compares it with a register', { timeout: 120_000 }, () => {
    expect(guanjia('name', 'parse', '青岛海晨智能科技有限公司', '--json').json()).toEqual({
      region: '青岛',
      trade: '海晨',
      industry: '智能科技',
      form: '有限公司',
    })
    const folder = mkdtempSync(join(tmpdir(), 'guanjia-register-'))
    const file = join(folder, 'names.txt')
    try {
      writeFileSync(file, '青岛海晨智能科技有限公司\n')
      const same = guanjia('name', 'check', '青岛海晨智能科技有限公司', '--register', file, '--json')
      expect(same.json()).toMatchObject({ verdict: 'same' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
