/**
 * The tables of evidence as queries see them.
 */

import type { Kysely } from 'kysely'
import type { Database, PlatformTables } from '../../platform/database/database.ts'
import type { FileKind } from '../../platform/file-kind/file-kind.ts'

/** A type, not an interface: Kysely adds only closed shapes to a database. */
export type EvidenceTables = {
  evidence_document: {
    id: string
    owner_id: string
    organisation_code: string | null
    type: string
    title: string
    /** that of the latest version, for servers of the version before; nothing reads it here */
    expires_on: string | null
    created_at: Date
  }
  evidence_version: {
    document_id: string
    version: number
    file: string
    kind: FileKind
    size: number
    name: string
    /** last day on which this version is of use; null where it has none */
    expires_on: string | null
    uploaded_by: string
    uploaded_at: Date
  }
  evidence_upload: {
    id: string
    owner_id: string
    name: string
    size: number
    received: number
    kept_at: Date | null
    started_at: Date
  }
  case_evidence: {
    case_id: string
    requirement: string
    document_id: string
    version: number
    attached_by: string
    attached_at: Date
    detached_at: Date | null
  }
}

/** The database, or a transaction on it, with the tables of evidence. */
export type EvidenceDatabase = Kysely<PlatformTables & EvidenceTables>

/** Widens a database or a transaction to the tables of evidence. */
export function evidenceTables(database: Database): EvidenceDatabase {
  return database.withTables<EvidenceTables>()
}
