/**
 * The files of an application by their digest: handed in with it, or kept as the proof of a correction; and who has opened
 * which of them.
 */

import type { KeptFile } from '@guanjia/core/registration'
import type { RegistrationDatabase } from '../registration-tables.ts'

/** A file of an application. */
export interface FileOfApplication {
  readonly id: string
  /** SHA-256, hexadecimal */
  readonly digest: string
}

/** The file, or undefined where the application has none of this content. */
export async function findFile(
  tables: RegistrationDatabase,
  { id, digest }: FileOfApplication,
): Promise<KeptFile | undefined> {
  const row = await tables
    .selectFrom('registration_application')
    .select('papers')
    .where('id', '=', id)
    .executeTakeFirst()
  const proofs = await proofsOf(tables, id)
  return [...(row?.papers ?? []), ...proofs].find((file) => file.digest === digest)
}

/** The proofs of corrections, the oldest first. */
export async function proofsOf(tables: RegistrationDatabase, id: string): Promise<readonly KeptFile[]> {
  const corrections = await tables
    .selectFrom('registration_correction')
    .select('wish')
    .where('application_id', '=', id)
    .orderBy('proposed_at')
    .execute()
  return corrections.flatMap(({ wish }) => (wish.field === 'own-premises' ? [wish.proof] : []))
}

/** Digests of the files of an application that an officer has opened. */
export async function openedBy(
  tables: RegistrationDatabase,
  { id, officer }: { readonly id: string; readonly officer: string },
): Promise<ReadonlySet<string>> {
  const rows = await tables
    .selectFrom('registration_paper_reading')
    .select('digest')
    .where('application_id', '=', id)
    .where('officer', '=', officer)
    .execute()
  return new Set(rows.map(({ digest }) => digest))
}
