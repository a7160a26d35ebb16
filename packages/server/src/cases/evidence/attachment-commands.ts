/**
 * Attaching evidence to a case, and taking it off again before it was handed in.
 */

import { type CaseState, openCorrection } from '@guanjia/core/cases'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type CasesPorts, dayOf } from '../cases-ports.ts'
import { lockCase } from '../store/case-store.ts'
import { type CaseRow, casesTables } from '../store/cases-tables.ts'
import { evidenceTables } from './evidence-tables.ts'
import { inLibraryOf, type LibraryOwner } from './library-owner.ts'

/** What is attached to what. */
export interface Attachment {
  readonly caseId: string
  readonly requirement: string
  readonly document: string
  readonly owner: LibraryOwner
  /** who did it, where that is not the owner: a clerk at the counter */
  readonly by?: string
}

type AttachmentRefusal = 'document-unknown' | 'document-expired' | 'gap-not-of-service' | 'case-ended'

/** Attaches the latest version of a document of the applicant; one that has expired is of no use. */
export async function attachTo(
  ports: CasesPorts,
  context: CommandContext,
  { caseId, requirement, document, owner, by = owner.id }: Attachment,
): Promise<Result<{ document: string; version: number }, AttachmentRefusal>> {
  const { state, applicant_id: applicantId } = await lockCase(context, caseId)
  if (['withdrawn', 'declined', 'refused', 'revoked', 'discarded'].includes(state.situation.at))
    return refuse('case-ended')
  if (!takesEvidence(state, requirement)) return refuse('gap-not-of-service')
  const tables = evidenceTables(context.tx)
  const found = await tables
    .selectFrom('evidence_document')
    .select('id')
    .where('id', '=', document)
    .where((row) => row.or([inLibraryOf(owner)(row), row('owner_id', '=', applicantId)]))
    .executeTakeFirst()
  if (found === undefined) return refuse('document-unknown')
  const { version, expires_on: expiresOn } = await getLatest(context.tx, document)
  if (expiresOn !== null && expiresOn < dayOf(ports, context.now))
    return refuse('document-expired', { expiresOn })
  await tables
    .insertInto('case_evidence')
    .values({
      case_id: caseId,
      requirement,
      document_id: document,
      version,
      attached_by: by,
      attached_at: context.now,
      detached_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['case_id', 'requirement', 'document_id', 'version'])
        .doUpdateSet({ attached_by: by, attached_at: context.now, detached_at: null })
        // what is attached already keeps who attached it and when: it may have been handed in since
        .where('case_evidence.detached_at', 'is not', null),
    )
    .execute()
  return accept({ document, version })
}

/** A document has a version from the moment it is kept. */
function getLatest(database: CasesPorts['database'], document: string) {
  return evidenceTables(database)
    .selectFrom('evidence_version')
    .select(['version', 'expires_on'])
    .where('document_id', '=', document)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
}

/** Evidence belongs to a requirement of the service, or proves a duty that the grant has left. */
function takesEvidence({ service, duties }: CaseState, id: string): boolean {
  return [...service.requirements, ...duties].some((each) => each.id === id)
}

/** Takes a document off a requirement; what was handed in stays. */
export async function detachFrom(
  context: CommandContext,
  { caseId, requirement, document }: Omit<Attachment, 'owner'>,
): Promise<Result<{ document: string }, 'document-unknown' | 'case-received-already'>> {
  const row = await lockCase(context, caseId)
  const since = await removableSince(context.tx, row)
  if (since === undefined) return refuse('case-received-already')
  const found = await evidenceTables(context.tx)
    .updateTable('case_evidence')
    .set({ detached_at: context.now })
    .where('case_id', '=', caseId)
    .where('requirement', '=', requirement)
    .where('document_id', '=', document)
    .where('attached_at', '>=', since)
    .where('detached_at', 'is', null)
    .returning('document_id')
    .executeTakeFirst()
  return found === undefined ? refuse('document-unknown') : accept({ document })
}

/** The moment since which what is attached has not been handed in; undefined where nothing may be taken off. */
export async function removableSince(
  database: CasesPorts['database'],
  row: Pick<CaseRow, 'id' | 'state'>,
): Promise<Date | undefined> {
  if (row.state.situation.at === 'draft') return new Date(0)
  return openCorrection(row.state) === undefined ? undefined : correctionAskedAt(database, row.id)
}

/** When the last request for correction was made. */
export async function correctionAskedAt(database: CasesPorts['database'], caseId: string): Promise<Date> {
  const event = await casesTables(database)
    .selectFrom('case_event')
    .select('at')
    .where('case_id', '=', caseId)
    .where('type', '=', 'correction-requested')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return event?.at ?? new Date(0)
}
