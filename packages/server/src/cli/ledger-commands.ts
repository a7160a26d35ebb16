/**
 * The ledger, checked from the command line: the one of this house, or one that was exported, without any server.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import {
  emptyRoot,
  encodeBase64,
  type LedgerBundle,
  type LedgerVerdict,
  verifyLedger,
} from '@guanjia/core/ledger'
import type { LedgerTables } from '../ledger/index.ts'
import { type CliAnswer, type CliCommand, type CliInput, type CliProblem, optionText } from './command.ts'
import { type ExportedLedger, packLedger, trustKey, unpackLedger } from './ledger-file.ts'

const verifyCommand: CliCommand = {
  name: 'ledger verify',
  takes: [],
  options: {
    file: { takes: 'FILE', does: 'check an exported ledger instead of the one of this house' },
    key: {
      takes: 'BASE64',
      does: 'the public key you trust; the keys that come with the ledger where left out',
    },
    held: { takes: 'FILE', does: 'a checkpoint seen earlier, which must still be part of the ledger' },
  },
  summary: 'Check every leaf and every checkpoint of the ledger',
  example: 'guanjia ledger verify --file ledger.json --json',
  run: async (input) => {
    const { verifyEd25519 } = await import('../platform/signing/index.ts')
    const held = optionText(input, 'held')
    const ledger = await ledgerOf(input)
    if ('code' in ledger) return ledger
    const { bundle, keys } = ledger
    const seen = held === undefined ? {} : { held: [readText(held)] }
    if (isUntouched(bundle) && held === undefined)
      return answerOf({ valid: true, size: 0, root: emptyRoot() })
    return answerOf(verifyLedger(bundle, { keys, verify: verifyEd25519, ...seen }))
  },
}

const exportCommand: CliCommand = {
  name: 'ledger export',
  takes: ['FILE'],
  summary: 'Write the whole ledger into a file that anybody can check',
  example: 'guanjia ledger export ledger.json',
  run: async ({ positionals: [file = ''] }) => {
    const ledger = await ownLedger()
    writeFileSync(file, packLedger(ledger))
    const leaves = ledger.bundle.leaves.length
    return { json: { file, leaves }, text: `${leaves} leaves written to ${file}.` }
  },
}

/** The ledger of this house, or the one in the named file, under the key the reader trusts. */
async function ledgerOf(input: CliInput): Promise<ExportedLedger | CliProblem> {
  const [file, key] = [optionText(input, 'file'), optionText(input, 'key')]
  const found = file === undefined ? await ownLedger() : unpackLedger(readText(file))
  if (found === undefined) {
    return { code: 'ledger-unreadable', message: `${file} holds no exported ledger.` }
  }
  const trusted = key === undefined ? found : trustKey(found, key)
  return trusted ?? { code: 'key-malformed', message: 'The key is no Base64 of a public key.' }
}

/** A new house has no act and so nothing signed yet. */
function isUntouched({ leaves, leafHashes, checkpoints }: LedgerBundle): boolean {
  return leaves.length === 0 && leafHashes.length === 0 && checkpoints.length === 0
}

function answerOf(verdict: LedgerVerdict): CliAnswer {
  if (!verdict.valid) {
    const { firstBadLeaf, because } = verdict
    const where = firstBadLeaf === null ? '' : ` at leaf ${firstBadLeaf}`
    return {
      json: { valid: false, firstBadLeaf, because },
      text: `not valid: ${because}${where}`,
      exitCode: 1,
    }
  }
  const { size, root } = verdict
  const json = { valid: true, size, root: encodeBase64(root) }
  return { json, text: `valid: ${size} leaves, root ${json.root}` }
}

function readText(file: string): string {
  return readFileSync(file, 'utf8')
}

/** Reads the ledger of this house, with the keys of this house. */
async function ownLedger(): Promise<ExportedLedger> {
  const [{ readConfig }, { openDatabaseHome }, { openDatabase }, room, signing, zone] = await Promise.all([
    import('../config.ts'),
    import('../database-home.ts'),
    import('../platform/database/database.ts'),
    import('../ledger/index.ts'),
    import('../platform/signing/index.ts'),
    import('../platform/zone-content.ts'),
  ])
  const { config, secrets } = readConfig(process.env, { demonstration: true })
  const origin = zone.readZoneContent(config.contentFolder).ledgerOrigin
  await using home = await openDatabaseHome(config, secrets)
  await using opened = openDatabase(home.address, () => undefined)
  const database = opened.database.withTables<LedgerTables>()
  const bundle: LedgerBundle = await room.exportLedger(database, origin)
  const keys = room.checkpointKeys({
    database: opened.database,
    signing: signing.openKeyFolder(config.keysFolder),
    origin,
    now: () => new Date(),
  })
  return { bundle, keys }
}

/** The commands of this file. */
export const ledgerCommands: readonly CliCommand[] = [verifyCommand, exportCommand]
