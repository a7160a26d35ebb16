import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { invoke } from './invocation.ts'
import { lightsCommand } from './lights-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'guanjia-lights-'))
const example = join(import.meta.dirname, '../../../../content/qingdao/examples/lights/four-nodes.yaml')
afterAll(() => rmSync(folder, { recursive: true }))

async function ask(file: string, ...words: readonly string[]) {
  const { out, exitCode } = await invoke([lightsCommand], ['lights', file, ...words, '--json'])
  return { exitCode, answer: JSON.parse(out) as Readonly<Record<string, unknown>> }
}

function file(text: string): string {
  const path = join(folder, 'facts.yaml')
  writeFileSync(path, text)
  return path
}

describe('guanjia lights', () => {
  it('answers for every node of every project, with the sentence that explains it', async () => {
    const { exitCode, answer } = await ask(example, '--on', '2026-05-06')
    expect(exitCode).toBe(0)
    expect(answer).toMatchObject({ on: '2026-05-06', rule: 'zone-default' })
    const { projects } = answer as { projects: { id: string; light: string; nodes: unknown[] }[] }
    expect(projects.map(({ id, light }) => [id, light])).toEqual([
      ['on-time', 'green'],
      ['late-start', 'red'],
      ['paused', 'paused'],
      ['plan-moved', 'green'],
    ])
    expect(projects[1]?.nodes[2]).toMatchObject({
      shape: '◆',
      lateDays: 36,
      because: [{ criterion: 'overdue', sentence: '应于2026年3月31日前完成，已超 36 日（30 日内为黄灯）' }],
    })
  })

  it('shows the light of an earlier day as it was before the plan was moved', async () => {
    const { answer } = await ask(example, '--on', '2026-04-20')
    const { projects } = answer as { projects: { light: string }[] }
    expect(projects[3]?.light).toBe('amber')
  })

  it('judges by the rule of another city', async () => {
    const { answer } = await ask(example, '--on', '2026-05-06', '--rule', 'yinchuan-2025')
    const { projects } = answer as { projects: { light: string }[] }
    expect(projects[1]?.light).toBe('amber')
  })

  it.each([
    ['rule-unknown', example, ['--rule', 'nowhere']],
    ['rule-not-in-force', example, ['--rule', 'yinchuan-2025', '--on', '2024-01-01']],
    ['date-malformed', example, ['--on', '6 May']],
    ['file-unreadable', '/nowhere.yaml', []],
  ])('refuses with %s', async (code, path, words) => {
    const { exitCode, answer } = await ask(path, ...words)
    expect(exitCode).not.toBe(0)
    expect(answer).toMatchObject({ problem: { code } })
  })

  it('names the place in a file that cannot be read', async () => {
    const path = file('projects: [{ id: a, nodes: [{ node: start, planned: tomorrow }] }]')
    const { answer } = await ask(path)
    expect(answer).toMatchObject({ problem: { code: 'facts-not-readable' } })
    expect(JSON.stringify(answer)).toContain('projects.0.nodes.0.planned is no day')
  })
})
