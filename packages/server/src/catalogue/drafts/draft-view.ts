/**
 * The draft as the wire tells it: how far it is, what it makes of each service, and what is wrong with it.
 */

import type { readCatalogueDraft } from '@guanjia/contract/catalogue'
import type { RouteOutput } from '@guanjia/contract/route'
import { type CatalogueChanges, catalogueChanges, servicesIn } from '@guanjia/core/catalogue'
import type { CatalogueVersion } from '../catalogue-versions.ts'
import { initialsOf } from '../guides/service-search.ts'
import type { PlainService } from '../text/service-text.ts'
import type { CheckedDraft, DraftFinding } from './draft-check.ts'
import type { DraftRow } from './draft-store.ts'

type View = RouteOutput<typeof readCatalogueDraft>
type DraftView = NonNullable<View['draft']>
type ServiceLine = View['services'][number]

/** Gives a person's name. */
export type NamePerson = (id: string) => Promise<string>

/** A draft with the version it was begun from and what was found. */
export interface DraftShown {
  readonly draft: DraftRow
  readonly base: CatalogueVersion
  readonly checked: CheckedDraft
}

/** What the list of editors shows. */
export interface DraftListing {
  readonly newest: CatalogueVersion
  readonly inForce: CatalogueVersion
  readonly shown: DraftShown | undefined
  readonly nameOf: NamePerson
}

/** The list of services and the state of the draft. */
export async function draftListing({ newest, inForce, shown, nameOf }: DraftListing): Promise<View> {
  const changes = shown && catalogueChanges(shown.base.content, shown.draft.content)
  const content = shown?.draft.content ?? newest.content
  const line = lineOf(newest, { changes, findings: shown?.checked.findings ?? [] })
  const gone = (changes?.services ?? []).filter(({ kind }) => kind === 'removed')
  const removed = [...servicesIn(newest.content)].filter(([id]) => gone.some((one) => one.id === id))
  return {
    newest: versionLine(newest),
    inForce: versionLine(inForce),
    draft: shown === undefined || changes === undefined ? null : await draftView(shown, changes, nameOf),
    services: [...servicesIn(content).values(), ...removed.map(([, service]) => service)].map(line),
    stages: newest.catalogue.stages.map(({ stage, name }) => ({ stage, name: name['zh-CN'] ?? '' })),
  }
}

/** A version in one line. */
export function versionLine({ number, effectiveOn, publishedAt }: CatalogueVersion) {
  return { number, effectiveOn, publishedAt }
}

async function draftView(
  { draft, checked }: DraftShown,
  { services, others }: CatalogueChanges,
  nameOf: NamePerson,
): Promise<DraftView> {
  const named = async (id: string) => ({ id, name: await nameOf(id) })
  const { proposed_by: proposedBy } = draft
  return {
    id: draft.id,
    base: draft.base,
    origin: draft.origin,
    restores: draft.restores,
    revision: draft.revision,
    state: draft.state === 'proposed' ? 'proposed' : 'open',
    begunBy: await named(draft.begun_by),
    begunAt: draft.begun_at.toISOString(),
    changedBy: await named(draft.changed_by),
    changedAt: draft.changed_at.toISOString(),
    reason: draft.reason,
    effectiveOn: draft.effective_on,
    proposedBy: proposedBy === null ? null : await named(proposedBy),
    proposedAt: draft.proposed_at?.toISOString() ?? null,
    returnedNote: draft.returned_note,
    findings: checked.findings.map((finding) => findingView(finding, () => 0)),
    services: services.map((service) => ({ ...service, changes: changesView(service.changes) })),
    others: changesView(others),
  }
}

/** A finding on the wire. */
export function findingView(finding: DraftFinding, lineOfPath: (path: DraftFinding['path']) => number) {
  const { code, path, sentence, service } = finding
  return { code, path: [...path], sentence, service, line: lineOfPath(path) }
}

/** Changes on the wire. */
export function changesView(changes: CatalogueChanges['others']) {
  return changes.map(({ path, ...sides }) => ({ path: [...path], ...sides }))
}

interface LineSources {
  readonly changes: CatalogueChanges | undefined
  readonly findings: readonly DraftFinding[]
}

/** Content with faults has lines too: what cannot be read is left empty. */
function lineOf({ catalogue }: CatalogueVersion, { changes, findings }: LineSources) {
  const kinds = new Map((changes?.services ?? []).map(({ id, kind }) => [id, kind]))
  return (service: PlainService): ServiceLine => {
    const id = String(service['id'])
    const name = textIn(service['name'])
    const [leading] = Array.isArray(service['authorities']) ? (service['authorities'] as unknown[]) : []
    const authority = catalogue.authorities.find((one) => one.id === leading)
    return {
      id,
      name,
      initials: initialsOf(name),
      stage: Number(service['stage']) || 0,
      kind: String(service['kind']),
      authority: authority?.name['zh-CN'] ?? '',
      committed: timeIn(service['committed']),
      marks: marksIn(service),
      change: kinds.get(id) ?? null,
      findings: findings.filter((finding) => finding.service === id).length,
    }
  }
}

/** The Chinese text of a wording; empty where there is none. */
export function textIn(wording: unknown): string {
  const text: unknown = isRecord(wording) ? wording['zh-CN'] : undefined
  return typeof text === 'string' ? text : ''
}

function timeIn(time: unknown): ServiceLine['committed'] {
  if (!isRecord(time) || typeof time['value'] !== 'number' || typeof time['unit'] !== 'string') return null
  return { value: time['value'], unit: time['unit'] }
}

function marksIn(value: unknown): ServiceLine['marks'] {
  const found = marksBelow(value)
  const count = (mark: string) => found.filter((one) => one === mark).length
  return { S: count('S'), G: count('G'), U: count('U') }
}

function marksBelow(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, member]) =>
    field === 'mark' ? [member as unknown] : marksBelow(member),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
