/**
 * Services as the wire tells them: every id resolved to a name in the language of the request.
 */

import type { readService } from '@guanjia/contract/catalogue'
import type { RouteOutput } from '@guanjia/contract/route'
import type {
  Catalogue,
  EvidenceType,
  Output,
  PublicService,
  Requirement,
  ServiceTime,
} from '@guanjia/core/catalogue'
import type { CatalogueVersion } from '../catalogue-versions.ts'
import { conditionWords } from './condition-words.ts'
import { type Language, noteIn, textIn } from './language.ts'

/** What a guide says. */
export type ServiceGuide = RouteOutput<typeof readService>

type TimeView = ServiceGuide['statutory']

/** What a view is made with. */
interface Looking {
  readonly catalogue: Catalogue
  readonly language: Language
}

/** A time with its note in the language. */
export function timeView(time: ServiceTime, language: Language): TimeView {
  const { value, unit, extension, source, mark } = time
  return {
    value,
    unit,
    extension: extension
      ? { value: extension.value, unit: extension.unit, note: textIn(language, extension.note) }
      : null,
    note: noteIn(language, time.note),
    source,
    mark,
  }
}

/** The names of the authorities of a service, the leading one first. */
export function authorityNames(service: PublicService, { catalogue, language }: Looking): readonly string[] {
  return service.authorities.map((id) => nameOf(catalogue.authorities, id, language))
}

/** The whole guide of a service. */
export function serviceGuide(
  version: CatalogueVersion,
  service: PublicService,
  language: Language,
): ServiceGuide {
  const { catalogue } = version
  const looking = { catalogue, language }
  const stage = catalogue.stages.find((one) => one.stage === service.stage)
  const group = catalogue.groups.find(({ id }) => id === service.group)
  const { oneTimeNotice, makeUp, byCommitment } = service
  return {
    version: version.number,
    effectiveOn: version.effectiveOn,
    id: service.id,
    name: textIn(language, service.name),
    kind: service.kind,
    stage: { stage: service.stage, name: stage ? textIn(language, stage.name) : '' },
    group: noteIn(language, group?.name),
    authorities: [...authorityNames(service, looking)],
    when: service.when
      ? { words: conditionWords(service.when, catalogue, language), expression: service.when.text }
      : null,
    legalBasis: legalBasisView(service, looking),
    statutory: timeView(service.statutory, language),
    committed: timeView(service.committed, language),
    oneTimeNotice: oneTimeNotice ? timeView(oneTimeNotice, language) : null,
    makeUp: makeUp ? timeView(makeUp, language) : null,
    excluded: excludedView(service, looking),
    evidence: service.evidence.map((requirement) => evidenceView(requirement, looking)),
    byCommitment: byCommitment?.offered
      ? { note: noteIn(language, byCommitment.note), source: byCommitment.source, mark: byCommitment.mark }
      : null,
    outputs: service.outputs.flatMap((id) =>
      outputView(
        catalogue.outputs.find((one) => one.id === id),
        language,
      ),
    ),
    ...neighbours(service, looking),
    notes: service.notes.map(({ text, source, mark }) => ({ text: textIn(language, text), source, mark })),
    source: service.source,
    mark: service.mark,
  }
}

function legalBasisView(
  service: PublicService,
  { catalogue, language }: Looking,
): ServiceGuide['legalBasis'] {
  return service.legalBasis.map(({ statute, article, mark }) => {
    const found = catalogue.statutes.find(({ id }) => id === statute)
    return {
      statute: found ? textIn(language, found.name) : statute,
      article,
      from: found?.from ?? null,
      mark,
    }
  })
}

function excludedView(service: PublicService, { catalogue, language }: Looking): ServiceGuide['excluded'] {
  return service.excluded.map(({ name, limit, when, source, mark }) => ({
    name: textIn(language, name),
    limit: limit ? timeView(limit, language) : null,
    when: when ? conditionWords(when, catalogue, language) : null,
    source,
    mark,
  }))
}

function evidenceView(
  requirement: Requirement,
  { catalogue, language }: Looking,
): ServiceGuide['evidence'][number] {
  const { type: id, source, when, mayFollow, note } = requirement
  const type = catalogue.evidenceTypes.find((one) => one.id === id)
  return {
    id,
    name: type ? textIn(language, type.name) : id,
    form: type?.form ?? 'document',
    source,
    registers: source === 'register' ? namesOf(catalogue.registers, type?.registers ?? [], language) : [],
    givenBy: source === 'kept' ? giversOf(type, { catalogue, language }) : [],
    when: when ? conditionWords(when, catalogue, language) : null,
    mayFollow,
    note: noteIn(language, note),
  }
}

function giversOf(type: EvidenceType | undefined, { catalogue, language }: Looking) {
  const outputs = new Set(type?.outputs ?? [])
  return catalogue.services
    .filter((service) => service.outputs.some((id) => outputs.has(id)))
    .map(({ id, name }) => ({ id, name: textIn(language, name) }))
}

function outputView(output: Output | undefined, language: Language): ServiceGuide['outputs'] {
  if (!output) return []
  const { validity } = output
  return [
    {
      name: textIn(language, output.name),
      validity: validity
        ? {
            value: validity.value,
            unit: validity.unit,
            note: noteIn(language, validity.note),
            source: validity.source,
            mark: validity.mark,
          }
        : null,
    },
  ]
}

/** What must be done before, and what waits for this one. */
function neighbours(
  service: PublicService,
  { catalogue, language }: Looking,
): Pick<ServiceGuide, 'after' | 'before'> {
  const named = (id: string) => ({ id, name: nameOf(catalogue.services, id, language) })
  return {
    after: service.after.map(({ anyOf, reason }) => ({
      anyOf: anyOf.map(named),
      reason: noteIn(language, reason),
    })),
    before: catalogue.services
      .filter(({ after }) => after.some(({ anyOf }) => anyOf.includes(service.id)))
      .map(({ id }) => named(id)),
  }
}

type Named = { readonly id: string; readonly name: PublicService['name'] }

function nameOf(entries: readonly Named[], id: string, language: Language): string {
  const found = entries.find((entry) => entry.id === id)
  return found ? textIn(language, found.name) : id
}

function namesOf(entries: readonly Named[], ids: readonly string[], language: Language): string[] {
  return ids.map((id) => nameOf(entries, id, language))
}
