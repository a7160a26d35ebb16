import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { contentFolder } from '../content-folder.ts'
import { invoke } from '../invocation.ts'
import { planCommand } from './plan-command.ts'

const base = join(contentFolder(), 'examples/projects/p1-tcm-innovation-base.yaml')
const example = parse(readFileSync(base, 'utf8')) as { readonly facts: Readonly<Record<string, unknown>> }

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guanjia-plan-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: unknown): string {
  const path = join(folder, 'facts.yaml')
  writeFileSync(path, typeof content === 'string' ? content : stringify(content))
  return path
}

async function ask(path: string, ...words: string[]) {
  const { out, exitCode } = await invoke([planCommand], ['plan', path, ...words, '--json'])
  return { exitCode, answer: JSON.parse(out) as Readonly<Record<string, unknown>> }
}

describe('guanjia plan', () => {
  it('answers the project view of an example from a day on', async () => {
    const { exitCode, answer } = await ask(base, '--start', '2023-02-01', '--sign', 'C3,C1')
    expect(exitCode).toBe(0)
    expect(answer).toMatchObject({
      view: 'project',
      signed: ['C1', 'C3'],
      workingDays: { permit: 76, end: 336 },
      dates: { start: '2023-02-01', permit: '2023-05-22' },
      saved: { workingDays: 8, naturalDays: 10 },
    })
    expect(answer['activities']).toContainEqual({
      id: 'M307',
      duration: 1,
      earlyStart: 75,
      earlyFinish: 76,
      lateStart: 75,
      lateFinish: 76,
      totalFloat: 0,
      freeFloat: 0,
      critical: true,
    })
  })

  it('answers the approval view of bare facts, from today on where no day is given', async () => {
    const { answer } = await ask(file(example.facts), '--view', 'approval')
    expect(answer).toMatchObject({ workingDays: { permit: 31, end: 41 }, serialSum: 153 })
    expect(answer['services']).toHaveLength(51)
  })

  it('takes a zone by its id', async () => {
    expect((await ask(base, '--zone', 'qingdao', '--start', '2023-02-01')).exitCode).toBe(0)
  })

  it('tells people in lines', async () => {
    const { out } = await invoke([planCommand], ['plan', base, '--start', '2023-02-01', '--sign', 'C1,C3'])
    expect(out).toContain('M307\t2023-05-22\t75–76\tcritical\t建筑工程施工许可证核发')
    expect(out).toContain('Permit after 76 working days, on 2023-05-22')
    expect(out).toContain('C1 + C3: 8 working days sooner')
  })

  it('writes the files it is asked for', async () => {
    const files = ['svg', 'pdf', 'xlsx', 'ics', 'mspdi'].map(
      (kind) => [kind, join(folder, `plan.${kind}`)] as const,
    )
    const words = files.flatMap(([kind, path]) => [`--${kind}`, path])
    const { answer } = await ask(base, '--start', '2023-02-01', ...words)
    expect(answer['files']).toEqual(files.map(([, path]) => path))
    const heads = Object.fromEntries(
      files.map(([kind, path]) => [kind, readFileSync(path).subarray(0, 15).toString('latin1')]),
    )
    expect(heads).toMatchObject({
      svg: expect.stringMatching(/^<svg /),
      pdf: expect.stringMatching(/^%PDF-1/),
      xlsx: expect.stringMatching(/^PK/),
      ics: 'BEGIN:VCALENDAR',
      mspdi: expect.stringMatching(/^<\?xml/),
    })
  })

  it('refuses a file that cannot be written', async () => {
    const { exitCode, answer } = await ask(
      base,
      '--start',
      '2023-02-01',
      '--svg',
      join(folder, 'none/plan.svg'),
    )
    expect(exitCode).toBe(1)
    expect(answer).toMatchObject({ problem: { code: 'file-unwritable' } })
  })

  it.each([
    { what: 'no YAML', content: 'invest: [', words: [], code: 'facts-not-readable', sentence: 'is no YAML' },
    { what: 'a list', content: ['gov'], words: [], code: 'facts-not-readable', sentence: 'a mapping' },
    {
      what: 'an attribute nobody knows',
      content: { invest: { knd: 'gov' } },
      words: [],
      code: 'attribute-unknown',
      sentence: 'Did you mean invest.kind?',
    },
    {
      what: 'a value the attribute does not have',
      content: { invest: { kind: 'state' } },
      words: [],
      code: 'value-wrong',
      sentence: 'It takes gov, enterprise.',
    },
    {
      what: 'a commitment nobody offers',
      content: example.facts,
      words: ['--sign', 'C7'],
      code: 'commitment-unknown',
      sentence: 'offers C1, C2, C3',
    },
    {
      what: 'a year without a calendar',
      content: example.facts,
      words: ['--start', '2031-01-01'],
      code: 'calendar-not-published',
      sentence: 'not published',
    },
    {
      what: 'no day',
      content: {},
      words: ['--start', '1.2.2023'],
      code: 'date-malformed',
      sentence: 'is no day',
    },
    {
      what: 'no view',
      content: {},
      words: ['--view', 'all'],
      code: 'view-unknown',
      sentence: 'approval or project',
    },
    {
      what: 'no zone',
      content: {},
      words: ['--zone', '../x'],
      code: 'zone-unknown',
      sentence: 'no zone called',
    },
  ])('refuses $what in words', async ({ content, words, code, sentence }) => {
    const { exitCode, answer } = await ask(file(content), ...words)
    expect(exitCode).toBe(1)
    expect(answer).toEqual({ problem: { code, message: expect.stringContaining(sentence) } })
  })

  it('refuses a file that is not there', async () => {
    const { answer } = await ask(join(folder, 'none.yaml'))
    expect(answer).toMatchObject({ problem: { code: 'file-unreadable' } })
  })
})
