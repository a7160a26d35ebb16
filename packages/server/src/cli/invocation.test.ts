import { describe, expect, it } from 'vitest'
import type { CliCommand } from './command.ts'
import { invoke } from './invocation.ts'

const greet: CliCommand = {
  name: 'people greet',
  takes: ['NAME'],
  options: { loud: { does: 'greet loudly' }, from: { takes: 'WHO', does: 'who greets' } },
  summary: 'Greets somebody',
  example: 'guanjia people greet 青禾',
  run: async ({ positionals: [name = ''], options }) => {
    if (name === 'nobody') return { code: 'person-unknown', message: 'There is nobody.' }
    if (name === 'crash') throw new Error('no voice')
    const json = { name, ...options }
    return { json, text: `hello ${name}`, exitCode: name === 'twice' ? 3 : 0 }
  },
}
const ask = (...words: string[]) => invoke([greet], words)

describe(invoke, () => {
  it('answers people in words and programs in JSON', async () => {
    expect(await ask('people', 'greet', '青禾')).toEqual({ out: 'hello 青禾', err: '', exitCode: 0 })
    const { out } = await ask('people', 'greet', '青禾', '--loud', '--from', '海宁', '--json')
    expect(JSON.parse(out)).toEqual({ name: '青禾', loud: true, from: '海宁', json: true })
    expect((await ask('people', 'greet', 'twice')).exitCode).toBe(3)
  })

  it.each([
    ['a refusal', ['people', 'greet', 'nobody'], { code: 'person-unknown', message: 'There is nobody.' }, 1],
    ['a failure', ['people', 'greet', 'crash'], { code: 'command-failed', message: 'no voice' }, 1],
    [
      'too few words',
      ['people', 'greet'],
      { code: 'call-malformed', message: 'It takes NAME. Try: guanjia people greet --help' },
      2,
    ],
    [
      'an unknown command',
      ['people', 'kick'],
      { code: 'command-unknown', message: 'There is no such command. Try: guanjia --help' },
      2,
    ],
  ])(
    'tells %s to programs as a problem and to people on standard error',
    async (_, words, problem, exitCode) => {
      const told = await ask(...words, '--json')
      expect(JSON.parse(told.out)).toEqual({ problem })
      expect(told).toMatchObject({ err: '', exitCode })
      expect(await ask(...words)).toEqual({ out: '', err: problem.message, exitCode })
    },
  )

  it('refuses an option the command does not have', async () => {
    const { err, exitCode } = await ask('people', 'greet', 'x', '--quiet')
    expect(err).toContain("Unknown option '--quiet'")
    expect(exitCode).toBe(2)
  })

  it('finds the command behind its options', async () => {
    expect((await ask('--from', '海宁', 'people', 'greet', '青禾')).out).toBe('hello 青禾')
    expect((await ask('--json', 'people', '--loud', 'greet', '青禾')).out).toContain('"loud":true')
  })

  it('takes a number below zero as a word', async () => {
    expect(await ask('people', 'greet', '-1')).toMatchObject({ out: 'hello -1', exitCode: 0 })
    const { out } = await ask('people', 'greet', 'x', '--from', '-2', '--json')
    expect(JSON.parse(out)).toMatchObject({ from: '-2' })
  })

  it('names the commands that begin with the words given', async () => {
    const told = await ask('people', '--json')
    expect(JSON.parse(told.out)).toEqual({
      problem: {
        code: 'command-unknown',
        message: '"people" is the beginning of: guanjia people greet NAME',
      },
    })
    expect(told.exitCode).toBe(2)
    const other: CliCommand = { ...greet, name: 'house open' }
    const help = await invoke([greet, other], ['people', '--help'])
    expect(help.out).toContain('people greet NAME')
    expect(help.out).not.toContain('house open')
  })

  it('explains the tool and each command', async () => {
    const tool = await ask('--help')
    expect(tool).toMatchObject({ exitCode: 0, err: '' })
    expect(tool.out).toContain('people greet NAME')
    const { out } = await ask('people', 'greet', '--help')
    expect(out).toContain('Usage: guanjia people greet NAME [--loud] [--from WHO] [--json]')
    expect(out).toContain('--from WHO  who greets')
    expect(out).toContain('Example: guanjia people greet 青禾')
  })

  it('shows the help, and fails, where nothing was asked', async () => {
    expect(await ask()).toMatchObject({ exitCode: 2, err: '' })
  })
})
