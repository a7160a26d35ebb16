import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invoke } from '../invocation.ts'
import { networkCommand } from './network-command.ts'

const step = (id: string, duration: number, ...after: unknown[]) => ({ id, duration, after })

const tender = {
  goal: 'permit',
  commitments: [{ id: 'C1' }],
  activities: [
    step('candidate', 3),
    step('award', 3, 'candidate'),
    step('contract', 2, 'award'),
    step('permit', 1, { id: 'contract', waivedBy: 'C1' }, { id: 'candidate', insteadOf: 'C1' }),
  ],
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guanjia-network-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: unknown): string {
  const path = join(folder, 'network.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function ask(content: unknown, ...words: string[]) {
  const { out, exitCode } = await invoke([networkCommand], ['network', file(content), ...words, '--json'])
  const answer = JSON.parse(out) as Readonly<Record<string, unknown>>
  return { exitCode, answer }
}

describe('guanjia network', () => {
  it('gives dates, floats and the chain to the goal', async () => {
    const { exitCode, answer } = await ask(tender)
    expect(exitCode).toBe(0)
    expect(answer).toEqual({
      duration: 9,
      criticalPath: ['candidate', 'award', 'contract', 'permit'],
      activities: tender.activities.map(({ id }) => expect.objectContaining({ id, critical: true })),
    })
  })

  it('makes duties of what a signed commitment leaves for later', async () => {
    const { answer } = await ask(tender, '--sign', 'C1')
    expect(answer['duration']).toBe(4)
    expect(answer['activities']).toContainEqual({
      id: 'award',
      duration: 3,
      earlyStart: 3,
      earlyFinish: 6,
      lateStart: null,
      lateFinish: null,
      totalFloat: null,
      freeFloat: null,
      critical: false,
    })
  })

  it('tries all combinations when asked to', async () => {
    const { answer } = await ask(tender, '--all-signs')
    expect(answer).toMatchObject({
      combinations: [
        { signed: [], workingDays: 9 },
        { signed: ['C1'], workingDays: 4 },
      ],
    })
  })

  it('explains itself to people in lines', async () => {
    const { out } = await invoke([networkCommand], ['network', file(tender), '--sign', 'C1', '--all-signs'])
    expect(out.split('\n')).toEqual([
      'candidate\t0–3\tcritical',
      'award\t3–6\tduty',
      'contract\t6–8\tduty',
      'permit\t3–4\tcritical',
      '–\t9',
      'C1\t4',
      '4 working days: candidate > permit',
    ])
  })

  it.each([
    { what: 'no JSON', content: '{', code: 'file-not-json', sentence: 'is no JSON' },
    {
      what: 'no network',
      content: { activities: [{ id: 'a' }] },
      code: 'network-not-readable',
      sentence: 'activities.0.duration',
    },
    {
      what: 'an id twice',
      content: { activities: [step('a', 1), step('a', 1)] },
      code: 'activity-repeated',
      sentence: 'called a',
    },
    {
      what: 'an unknown id',
      content: { activities: [step('a', 1, 'z')] },
      code: 'activity-unknown',
      sentence: 'a waits for z',
    },
    {
      what: 'an unknown goal',
      content: { goal: 'z', activities: [] },
      code: 'activity-unknown',
      sentence: 'goal z',
    },
    {
      what: 'half a day',
      content: { activities: [step('a', 0.5)] },
      code: 'duration-not-whole',
      sentence: 'days of a',
    },
    {
      what: 'a circle',
      content: { activities: [step('a', 1, 'b'), step('b', 1, 'a')] },
      code: 'circle',
      sentence: 'a, b',
    },
    {
      what: 'an unknown commitment',
      content: tender,
      words: ['--sign', 'C1,C7'],
      code: 'commitment-unknown',
      sentence: 'It knows C1',
    },
    {
      what: 'eleven commitments',
      content: {
        activities: [step('a', 1)],
        commitments: Array.from({ length: 11 }, (_, index) => `C${index}`),
      },
      words: ['--all-signs'],
      code: 'too-many-commitments',
      sentence: 'at most 10',
    },
  ])('refuses $what in words', async ({ content, words = [], code, sentence }) => {
    const { exitCode, answer } = await ask(content, ...words)
    expect(exitCode).toBe(1)
    expect(answer).toEqual({ problem: { code, message: expect.stringContaining(sentence) } })
  })

  it('refuses a file that is not there', async () => {
    const { out } = await invoke([networkCommand], ['network', join(folder, 'none.json'), '--json'])
    expect(JSON.parse(out)).toMatchObject({ problem: { code: 'file-unreadable' } })
  })
})
