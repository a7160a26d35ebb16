/**
 * The ledger, checked from the command line: the one of this house, or one that was exported, without any server.
 *
 * What a ledger says of its own keys proves nothing. An exported one is checked under a key that the reader names or that
 * is pinned in the zone; that of this house also under the key in its own folder, and the answer says which it was.
 */

import { createWriteStream, readFileSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import {
  type CheckpointKey,
  decodeBase64,
  emptyRoot,
  encodeBase64,
  type LedgerBundle,
  type LedgerVerdict,
  unpackLedger,
  verifyLedger,
} from '@guanjia/core/ledger'
import { type CliAnswer, type CliCommand, type CliInput, type CliProblem, optionText } from './command.ts'

/** Loaded when it is asked for: the other commands need neither database nor zone. */
const house = () => import('./own-ledger.ts')

const verifyCommand: CliCommand = {
  name: 'ledger verify',
  takes: [],
  options: {
    file: { takes: 'FILE', does: 'check an exported ledger instead of the one of this house' },
    key: { takes: 'BASE64', does: 'the public key you trust; one pinned in the zone where left out' },
    held: { takes: 'FILE', does: 'a checkpoint seen earlier, which must still be part of the ledger' },
  },
  summary: 'Check every leaf and every checkpoint of the ledger; changes nothing',
  example: 'guanjia ledger verify --file ledger.json --key BASE64 --json',
  run: async (input) => {
    const trust = await trustOf(input)
    if ('code' in trust) return trust
    const bundle = await bundleOf(input)
    if ('code' in bundle) return bundle
    const { nativeSha256, verifyEd25519 } = await import('../platform/signing/index.ts')
    const held = optionText(input, 'held')
    if (isUntouched(bundle) && held === undefined)
      return answerOf({ valid: true, size: 0, root: emptyRoot() }, trust)
    const keys = trust.keys.map((publicKey): CheckpointKey => ({ name: bundle.origin, publicKey }))
    const seen = held === undefined ? {} : { held: [readText(held)] }
    return answerOf(
      verifyLedger(bundle, { keys, verify: verifyEd25519, sha256: nativeSha256, ...seen }),
      trust,
    )
  },
}

const exportCommand: CliCommand = {
  name: 'ledger export',
  takes: ['FILE'],
  summary: 'Write the whole ledger into a file that anybody can check',
  example: 'guanjia ledger export ledger.json',
  run: async ({ positionals: [file = ''] }) => {
    const own = await (await house()).openOwnLedger()
    if (own === undefined) return nothingHere
    await using ledger = own
    await pipeline(ledger.fileText(), createWriteStream(file))
    const { leaves } = await ledger.count()
    return { json: { file, leaves }, text: `${leaves} leaves written to ${file}.` }
  },
}

const nothingHere: CliProblem = {
  code: 'ledger-missing',
  message: 'There is no ledger here yet: start the server once, or name its folder with GUANJIA_DATA.',
}

/** Which keys are believed, and why. */
interface Trust {
  readonly keys: readonly Uint8Array[]
  readonly source: 'given' | 'pinned' | 'own-folder'
}

const trustSentences: Readonly<Record<Trust['source'], string>> = {
  given: 'under the key you gave',
  pinned: 'under the key pinned in the zone',
  'own-folder':
    'under the key in the folder of this house; whoever holds that folder could have signed anything',
}

async function trustOf(input: CliInput): Promise<Trust | CliProblem> {
  const [file, key] = [optionText(input, 'file'), optionText(input, 'key')]
  if (key !== undefined) return keysOf([key], 'given')
  const { pinnedLedgerKeys, ownLedgerKeys } = await house()
  const pinned = pinnedLedgerKeys()
  if (pinned.length > 0) return keysOf(pinned, 'pinned')
  if (file === undefined) return { keys: ownLedgerKeys(), source: 'own-folder' }
  return {
    code: 'key-missing',
    message:
      'A file proves nothing under the keys that it brings along. Give the public key you trust with --key, or pin it in zone.yaml as ledgerKeys.',
  }
}

function keysOf(texts: readonly string[], source: Trust['source']): Trust | CliProblem {
  const keys = texts.map(decodeBase64).filter((key) => key?.length === 32)
  return keys.length === texts.length
    ? { keys: keys.filter((key) => key !== undefined), source }
    : { code: 'key-malformed', message: 'The key is no Base64 of a public key of 32 bytes.' }
}

async function bundleOf(input: CliInput): Promise<LedgerBundle | CliProblem> {
  const file = optionText(input, 'file')
  if (file !== undefined) {
    const read = unpackLedger(readText(file))
    return read.ok
      ? read.value.bundle
      : { code: 'ledger-unreadable', message: `${file} holds no exported ledger.` }
  }
  const own = await (await house()).openOwnLedger()
  if (own === undefined) return nothingHere
  await using ledger = own
  return await ledger.bundle()
}

/** A new house has no act and so nothing signed yet. */
function isUntouched({ leaves, leafHashes, checkpoints }: LedgerBundle): boolean {
  return leaves.length === 0 && leafHashes.length === 0 && checkpoints.length === 0
}

function answerOf(verdict: LedgerVerdict, { source }: Trust): CliAnswer {
  if (!verdict.valid) {
    const { firstBadLeaf, because } = verdict
    const where = firstBadLeaf === null ? '' : ` at leaf ${firstBadLeaf}`
    return {
      json: { valid: false, firstBadLeaf, because, trust: source },
      text: `not valid: ${because}${where}, ${trustSentences[source]}`,
      exitCode: 1,
    }
  }
  const { size, root } = verdict
  const json = { valid: true, size, root: encodeBase64(root), trust: source }
  return { json, text: `valid: ${size} leaves, root ${json.root}, ${trustSentences[source]}` }
}

function readText(file: string): string {
  return readFileSync(file, 'utf8')
}

/** The commands of this file. */
export const ledgerCommands: readonly CliCommand[] = [verifyCommand, exportCommand]
