/**
 * The zone's content, checked from the command line; the check itself is a tool of the house.
 */

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { array, int, object, string } from 'zod'
import { type CliCommand, optionText } from './command.ts'
import { publishCommand } from './publish-command.ts'

const tool = resolve(import.meta.dirname, '../../../../tools/check-content.ts')

const report = object({
  files: int(),
  findings: array(object({ file: string(), line: int(), code: string(), sentence: string() })),
})

const checkCommand: CliCommand = {
  name: 'content check',
  takes: [],
  options: {
    folder: { takes: 'FOLDER', does: 'folder that holds the zones, the one of this house where left out' },
  },
  summary: 'Every fault in the content of the zones, with file and line',
  example: 'guanjia content check --json',
  run: async (input) => {
    const folder = optionText(input, 'folder')
    const words = ['--json', ...(folder === undefined ? [] : [resolve(folder)])]
    const checked = spawnSync(process.execPath, [tool, ...words], { encoding: 'utf8' })
    const parsed = report.safeParse(parseJson(checked.stdout))
    if (!parsed.success) {
      const message = /^\w*Error: .*$/m.exec(checked.stderr)?.[0] ?? 'The content could not be read.'
      return { code: 'content-unreadable', message }
    }
    const { files, findings } = parsed.data
    const lines = findings.map(({ file, line, code, sentence }) => `${file}:${line}: ${code}: ${sentence}`)
    return {
      json: { files, findings },
      text: [...lines, `${files} files read, ${findings.length} findings`].join('\n'),
      exitCode: findings.length === 0 && files > 0 ? 0 : 1,
    }
  },
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const exportCommand: CliCommand = {
  name: 'content export',
  takes: ['FOLDER'],
  options: { version: { takes: 'N', does: 'number of the version, the newest where left out' } },
  summary: 'Write a published version of the catalogue back as YAML files',
  example: 'guanjia content export /tmp/catalogue --version 1',
  run: async (input) => {
    const [folder = ''] = input.positionals
    const asked = optionText(input, 'version')
    if (asked !== undefined && !/^[1-9]\d{0,5}$/.test(asked))
      return { code: 'number-malformed', message: `"${asked}" is no number of a version.` }
    // loaded only here: the other commands need no database
    const { readOwnVersion } = await import('./own-catalogue.ts')
    const version = await readOwnVersion(asked === undefined ? undefined : Number(asked))
    if (version === undefined)
      return { code: 'version-unknown', message: 'No such version was published in this house.' }
    for (const { place, text } of version.files) {
      mkdirSync(dirname(join(folder, place)), { recursive: true })
      writeFileSync(join(folder, place), text)
    }
    const places = version.files.map(({ place }) => place)
    return {
      json: { number: version.number, files: places },
      text: `Version ${version.number}: ${places.length} files written to ${folder}`,
    }
  },
}

/** The commands of this file. */
export const contentCommands: readonly CliCommand[] = [checkCommand, exportCommand, publishCommand]
