/**
 * The catalogue: everything that can be asked for in the zone, cross-checked.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { type Channel, readChannel } from './channel.ts'
import { type ContentFinding, type Entry, entriesAt, isFields } from './entry.ts'
import { type EvidenceType, readEvidenceType } from './evidence-type.ts'
import { type Output, readOutput } from './output.ts'
import { type PublicService, readPublicService } from './public-service.ts'

/** Services and what they refer to. */
export interface Catalogue {
  readonly services: readonly PublicService[]
  readonly evidenceTypes: readonly EvidenceType[]
  readonly outputs: readonly Output[]
  readonly channels: readonly Channel[]
}

/**
 * Reads a catalogue from parsed content, `{services, evidence, outputs, channels}`. Refuses with every finding in
 * `because.findings`: malformed entries, ids that are repeated, lead nowhere or are used by nobody, circles in `after`.
 *
 * @param authorities - ids of the competent authorities of the zone
 * @param languages - language tags every text is written in
 */
export function parseCatalogue(
  content: unknown,
  authorities: ReadonlySet<string>,
  languages: readonly string[],
): Result<Catalogue, 'catalogue-not-readable'> {
  const findings: ContentFinding[] = []
  const top: Entry = { fields: isFields(content) ? content : {}, path: [], languages, findings }
  const catalogue: Catalogue = {
    services: entriesAt(top, 'services').map(readPublicService),
    evidenceTypes: entriesAt(top, 'evidence').map(readEvidenceType),
    outputs: entriesAt(top, 'outputs').map(readOutput),
    channels: entriesAt(top, 'channels').map(readChannel),
  }
  findings.push(
    ...repeatedIds(catalogue),
    ...danglingIds(catalogue, authorities),
    ...unusedEvidence(catalogue),
    ...circles(catalogue.services),
  )
  return findings.length > 0 ? refuse('catalogue-not-readable', { findings }) : accept(catalogue)
}

function repeatedIds(catalogue: Catalogue): readonly ContentFinding[] {
  const kinds: readonly (readonly [string, readonly { readonly id: string }[]])[] = [
    ['services', catalogue.services],
    ['evidence', catalogue.evidenceTypes],
    ['outputs', catalogue.outputs],
    ['channels', catalogue.channels],
  ]
  return kinds.flatMap(([kind, entries]) => {
    const first = new Map(entries.map(({ id }, index) => [id, index] as const).toReversed())
    return entries.flatMap(({ id }, index) =>
      id === '' || first.get(id) === index
        ? []
        : [{ code: 'id-repeated', path: [kind, index, 'id'], sentence: `Another entry is called ${id}.` }],
    )
  })
}

function danglingIds(catalogue: Catalogue, authorities: ReadonlySet<string>): readonly ContentFinding[] {
  const known = {
    evidence: idsOf(catalogue.evidenceTypes),
    gives: idsOf(catalogue.outputs),
    channels: idsOf(catalogue.channels),
    after: idsOf(catalogue.services),
    authority: authorities,
  }
  return catalogue.services.flatMap((service, index) => {
    const at = (path: ContentFinding['path'], id: string, ids: ReadonlySet<string>) =>
      id === '' || ids.has(id) ? [] : [unknownId(['services', index, ...path], id)]
    return [
      ...at(['authority'], service.authority, known.authority),
      ...service.requires.flatMap(({ evidence }, place) =>
        at(['requires', place, 'evidence'], evidence, known.evidence),
      ),
      ...(['gives', 'channels', 'after'] as const).flatMap((field) =>
        service[field].flatMap((id, place) => at([field, place], id, known[field])),
      ),
    ]
  })
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id))
}

function unknownId(path: ContentFinding['path'], id: string): ContentFinding {
  return { code: 'id-unknown', path, sentence: `Nothing is called ${id}.` }
}

function unusedEvidence({ services, evidenceTypes }: Catalogue): readonly ContentFinding[] {
  const used = new Set(services.flatMap(({ requires }) => requires.map(({ evidence }) => evidence)))
  return evidenceTypes.flatMap(({ id }, index) =>
    id === '' || used.has(id)
      ? []
      : [
          {
            code: 'evidence-unused',
            path: ['evidence', index, 'id'],
            sentence: `No service asks for ${id}.`,
          },
        ],
  )
}

/** Services that, by `after`, wait for themselves. Takes away what waits for nothing until nothing more goes. */
function circles(services: readonly PublicService[]): readonly ContentFinding[] {
  let waiting = services.map((service, index) => ({ service, index }))
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length
    const ids = idsOf(waiting.map(({ service }) => service))
    waiting = waiting.filter(({ service }) => service.after.some((id) => ids.has(id)))
  }
  return waiting.map(({ service, index }) => ({
    code: 'after-in-a-circle',
    path: ['services', index, 'after'],
    sentence: `${service.id} waits for itself, or for services that do.`,
  }))
}
