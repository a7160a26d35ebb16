/**
 * Handing papers in and taking them back. Both are changes of the application: what was signed over the papers as they
 * were is void.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type AttachedPaper,
  type AttachingRefusal,
  attachPaper,
  detachPaper,
} from '@guanjia/core/registration'
import { findLatestDocument } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { changeAnswers, lockApplication } from '../application-store.ts'
import { officerOf } from '../desk/claim-commands.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { registrationTables } from '../registration-tables.ts'
import { askedOf } from './handed-in.ts'
import { findFile } from './paper-files.ts'

/** What is handed in. */
export interface HandingIn {
  readonly id: string
  readonly paper: string
  /** document of the library of the owner or of whoever hands in */
  readonly document: string
  readonly personId: string
}

type Changed<Code extends string> = Promise<
  Result<{ version: number; papers: readonly AttachedPaper[] }, Code | 'application-not-open'>
>

/** Hands in the latest version of a document. */
export async function handIn(
  ports: RegistrationPorts,
  context: CommandContext,
  { id, paper, document, personId }: HandingIn,
): Changed<AttachingRefusal | 'document-unknown'> {
  const loaded = await lockApplication(context, id)
  const { row } = loaded
  const found = await findLatestDocument(context.tx, { document, ownerIds: [personId, row.owner_id] })
  if (found === undefined) return refuse('document-unknown')
  const { file: digest, kind: format, size: bytes, name } = found
  const offered = { paper, digest, format, bytes, name, attachedAt: context.now.toISOString() }
  const papers = attachPaper({ rules: ports.content.papers, asked: askedOf(ports, row) }, row.papers, offered)
  if (!papers.ok) return papers
  const version = await changeAnswers(context, loaded, { papers: papers.value })
  return version.ok ? accept({ version: version.value, papers: papers.value }) : version
}

/** Takes a file back. */
export async function takeBack(
  context: CommandContext,
  { id, ...file }: Pick<AttachedPaper, 'paper' | 'digest'> & { readonly id: string },
): Changed<never> {
  const loaded = await lockApplication(context, id)
  const papers = detachPaper(loaded.row.papers, file)
  const version = await changeAnswers(context, loaded, { papers })
  return version.ok ? accept({ version: version.value, papers }) : version
}

/** A registrar opens a file: it is kept who did and when, the first time. */
export async function markOpened(
  context: CommandContext,
  { id, digest }: { readonly id: string; readonly digest: string },
): Promise<Result<{ digest: string; openedAt: string }, 'paper-file-unknown'>> {
  const tables = registrationTables(context.tx)
  if ((await findFile(tables, { id, digest })) === undefined) return refuse('paper-file-unknown')
  const officer = officerOf(context)
  await tables
    .insertInto('registration_paper_reading')
    .values({ application_id: id, digest, officer, opened_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return accept({ digest, openedAt: context.now.toISOString() })
}
