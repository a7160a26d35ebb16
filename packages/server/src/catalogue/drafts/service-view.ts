/**
 * One service as its editor sees it: plain content, the same as YAML, what differs, what is wrong, and what its ids may be.
 */

import type { readDraftService, saveDraftService } from '@guanjia/contract/catalogue'
import type { RouteOutput } from '@guanjia/contract/route'
import { contentChanges, servicesIn } from '@guanjia/core/catalogue'
import type { CatalogueVersion } from '../catalogue-versions.ts'
import { inReadingOrder } from '../text/reading-order.ts'
import { linesIn, type PlainService, serviceText } from '../text/service-text.ts'
import type { DraftFinding } from './draft-check.ts'
import { changesView, type DraftShown, findingView, textIn } from './draft-view.ts'

type Edited = RouteOutput<typeof saveDraftService>
type Choices = RouteOutput<typeof readDraftService>['choices']

/** The service in the draft, or in the version where no draft was begun; undefined where it stands in neither. */
export function editedService(
  id: string,
  newest: CatalogueVersion,
  shown: DraftShown | undefined,
): Edited | undefined {
  const service = servicesIn(shown?.draft.content ?? newest.content).get(id)
  if (service === undefined) return undefined
  const text = serviceText(service)
  return {
    revision: shown?.draft.revision ?? null,
    state: stateOf(shown),
    service: ordered(service),
    text,
    ...comparedWith(servicesIn((shown?.base ?? newest).content).get(id), service),
    findings: findingsBeside(id, text, shown?.checked.findings ?? []),
  }
}

function comparedWith(published: PlainService | undefined, service: PlainService) {
  if (published === undefined) return { published: null, changes: [] }
  return { published: ordered(published), changes: changesView(contentChanges(published, service)) }
}

function stateOf(shown: DraftShown | undefined): Edited['state'] {
  if (shown === undefined) return 'none'
  return shown.draft.state === 'proposed' ? 'proposed' : 'open'
}

function ordered(service: PlainService): Record<string, unknown> {
  return inReadingOrder(service) as Record<string, unknown>
}

/** All findings with the lines of this service's text: what a change here breaks elsewhere is told here as well. */
function findingsBeside(id: string, text: string, findings: readonly DraftFinding[]) {
  const lineIn = linesIn(text)
  return findings.map((finding) =>
    findingView(finding, (path) => (finding.service === id ? lineIn(path) : 0)),
  )
}

/** What the ids of a service may be: services as the draft has them, everything else as the version has it. */
export function serviceChoices({ catalogue }: CatalogueVersion, content: PlainService): Choices {
  const named = (entries: readonly Named[]) =>
    entries.map(({ id, name }) => ({ id, name: name['zh-CN'] ?? id }))
  return {
    authorities: named(catalogue.authorities),
    services: [...servicesIn(content)].map(([id, service]) => ({ id, name: textIn(service['name']) || id })),
    evidence: named(catalogue.evidenceTypes),
    outputs: named(catalogue.outputs),
    statutes: named(catalogue.statutes),
    attributes: catalogue.attributes.map(({ id, name, type, choices }) => ({
      id,
      name: name['zh-CN'] ?? id,
      type,
      values: choices.map(({ value }) => value),
    })),
  }
}

interface Named {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
}
