/**
 * Checks the content of a draft as the command line checks the files of a zone, and says in which service a finding stands.
 */

import {
  type Catalogue,
  type CatalogueSetting,
  type ContentFinding,
  parseCatalogue,
  servicesIn,
} from '@guanjia/core/catalogue'
import type { DraftRow } from './draft-store.ts'

/** A finding; the path leads from the top of the service, or of the content where it stands in none. */
export interface DraftFinding extends ContentFinding {
  readonly service: string | null
}

/** What a check came to. */
export interface CheckedDraft {
  /** undefined where there are findings */
  readonly catalogue: Catalogue | undefined
  readonly findings: readonly DraftFinding[]
}

/** Checks a draft; the same revision is checked once. */
export type CheckDraft = (draft: Pick<DraftRow, 'id' | 'revision' | 'content'>) => CheckedDraft

/** Makes the check; it keeps what it found for the revision that was asked for last. */
export function draftCheck(setting: CatalogueSetting): CheckDraft {
  let kept: { readonly key: string; readonly checked: CheckedDraft } | undefined
  return ({ id, revision, content }) => {
    const key = `${id} ${revision}`
    if (kept?.key === key) return kept.checked
    const checked = checkContent(content, setting)
    kept = { key, checked }
    return checked
  }
}

function checkContent(content: DraftRow['content'], setting: CatalogueSetting): CheckedDraft {
  const read = parseCatalogue(content, setting)
  if (read.ok) return { catalogue: read.value, findings: [] }
  const ids = [...servicesIn(content).keys()]
  const findings = read.because.findings as readonly ContentFinding[]
  return { catalogue: undefined, findings: findings.map((finding) => placed(finding, ids)) }
}

function placed(finding: ContentFinding, ids: readonly string[]): DraftFinding {
  const [part, index, ...below] = finding.path
  const id = part === 'services' ? ids[Number(index)] : undefined
  return id === undefined ? { ...finding, service: null } : { ...finding, path: below, service: id }
}
