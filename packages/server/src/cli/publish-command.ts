/**
 * Proposes the zone's folder as the next version of the catalogue, in the name of somebody who keeps it.
 */

import { localMoment, type PlainDate, parsePlainDate } from '@guanjia/core/calendar'
import type { Result } from '@guanjia/core/kernel'
import type { AccessTables } from '../access/index.ts'
import type { FolderRefusal, ProposedFolder } from '../catalogue/index.ts'
import { type CliCommand, type CliInput, type CliProblem, optionText } from './command.ts'
import { contentFolder } from './content-folder.ts'

type Refusal = FolderRefusal | 'account-unknown' | 'duty-not-held' | 'idempotency-key-reused'

const sentences: Readonly<Record<Refusal, string>> = {
  'catalogue-unpublished': 'Nothing was published in this house yet: its first start publishes the folder.',
  'catalogue-unchanged': 'The folder says what the newest version says already.',
  'draft-there-already':
    'A draft is being worked on. Publish it or give it up on screen first; "guanjia content export" writes what was published.',
  'effective-date-past': 'The first day is past: a catalogue does not apply to the past.',
  'effective-before-newest':
    'The newest version applies from a later day, and this would bring its text into force earlier: choose that day or a later one.',
  'account-unknown': 'There is no such account.',
  'duty-not-held': 'This account does not hold the duty content-editor.',
  'idempotency-key-reused': 'This was done already.',
}

/** `guanjia content publish`. */
export const publishCommand: CliCommand = {
  name: 'content publish',
  takes: [],
  options: {
    by: { takes: 'USERNAME', does: 'account of who keeps the catalogue and proposes this', needed: true },
    reason: { takes: 'TEXT', does: 'why, 2 to 500 signs', needed: true },
    from: { takes: 'DATE', does: 'first day it applies, today or later', needed: true },
  },
  summary: 'Propose the content folder as the next version; another person confirms it on screen',
  example: 'guanjia content publish --by shen.rg --reason 压减消防设计审查时限 --from 2026-12-01',
  run: async (input) => {
    const wish = wishOf(input)
    if ('code' in wish) return wish
    const proposed = await propose(wish)
    if (!proposed.ok) return { code: proposed.code, message: sentences[proposed.code] }
    const { number, hash } = proposed.value
    return {
      json: { number, hash, effectiveOn: wish.effectiveOn, state: 'proposed' },
      text: `Proposed as version ${number} from ${wish.effectiveOn} on. Another person confirms it at /work/catalogue.`,
    }
  },
}

interface Wish {
  readonly username: string
  readonly reason: string
  readonly effectiveOn: PlainDate
}

function wishOf(input: CliInput): Wish | CliProblem {
  const reason = (optionText(input, 'reason') ?? '').trim()
  if (reason.length < 2 || reason.length > 500)
    return { code: 'reason-malformed', message: 'The reason has 2 to 500 signs.' }
  const day = optionText(input, 'from') ?? ''
  const effectiveOn = parsePlainDate(day)
  if (!effectiveOn.ok) return { code: 'date-malformed', message: `"${day}" is no day: give YYYY-MM-DD.` }
  return { username: optionText(input, 'by') ?? '', reason, effectiveOn: effectiveOn.value }
}

async function propose({ username, reason, effectiveOn }: Wish): Promise<Result<ProposedFolder, Refusal>> {
  // loaded only here: the other commands need no database
  const [{ readConfig }, { makeDataFolder, openDatabaseHome }, { openDatabase }, catalogues, access, tools] =
    await Promise.all([
      import('../config.ts'),
      import('../database-home.ts'),
      import('../platform/database/database.ts'),
      import('../catalogue/index.ts'),
      import('../access/index.ts'),
      import('../tool-runner.ts'),
    ])
  const { readZoneContent } = await import('../platform/zone-content.ts')
  const folder = contentFolder()
  const zone = readZoneContent(folder)
  const content = catalogues.readCatalogueContent(folder)
  const { config, secrets } = readConfig(process.env, { demonstration: true })
  makeDataFolder(config, secrets)
  await using home = await openDatabaseHome(config, secrets)
  await using opened = openDatabase(home.address, () => undefined)
  const { runCommand, newId } = tools.openToolRunner(opened.database)
  return await runCommand<ProposedFolder, Refusal>(
    tools.toolCommand('catalogue.propose-folder', newId()),
    async (context) => {
      const accounts = context.tx.withTables<AccessTables>()
      const editor = await access.findStaffHolding(accounts, { username, role: 'content-editor' })
      if (!editor.ok) return editor
      const today = localMoment(context.now.getTime(), zone.utcOffsetMinutes).date
      const by = editor.value
      return catalogues.proposeFolder(context, { ...content, id: newId(), by, reason, effectiveOn, today })
    },
    catalogues.draftConflict,
  )
}
