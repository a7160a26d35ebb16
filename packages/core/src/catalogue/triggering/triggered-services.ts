/**
 * Which services a project needs, each with what brought it in: the expression, the values read, the article.
 */

import { evaluate, type FactRead, type Facts } from '../../rules/index.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Provenance } from '../reading/provenance.ts'
import type { PublicService } from '../services/public-service.ts'
import type { LegalBasis } from '../services/statute.ts'
import { type Derivation, deriveFacts } from './derivation.ts'

/** Whether a project needs a service, and why. */
export interface Trigger extends Provenance {
  /** id of the service */
  readonly service: string
  /** `null` = cannot be known before `unknown` is asked */
  readonly needed: boolean | null
  /** the condition as its author wrote it; absent where every project needs the service */
  readonly expression?: string | undefined
  /** the values that decided, each once */
  readonly values: readonly FactRead[]
  readonly unknown: readonly string[]
  readonly legalBasis: readonly LegalBasis[]
}

/** The answer for all services of a catalogue. */
export interface TriggeredServices {
  /** the facts given and those derived from them */
  readonly facts: Facts
  readonly derivations: readonly Derivation[]
  /** one for each service, in the order of the catalogue */
  readonly triggers: readonly Trigger[]
}

/** Asks every service of the catalogue whether a project needs it; facts that can be derived are derived first. */
export function triggeredServices(
  catalogue: Pick<Catalogue, 'services' | 'derivedFacts'>,
  given: Facts,
): TriggeredServices {
  const { facts, derivations } = deriveFacts(catalogue.derivedFacts, given)
  return { facts, derivations, triggers: catalogue.services.map((service) => triggerOf(service, facts)) }
}

function triggerOf(service: PublicService, facts: Facts): Trigger {
  const { id, when, legalBasis, source, mark } = service
  const own = { service: id, legalBasis, source, mark }
  if (!when) return { ...own, needed: true, values: [], unknown: [] }
  const { value, because, unknown } = evaluate(when, facts)
  const read = new Map(because.flatMap((reason) => reason.facts).map((fact) => [fact.name, fact]))
  return {
    ...own,
    needed: typeof value === 'boolean' ? value : null,
    expression: when.text,
    values: [...read.values()],
    unknown,
  }
}
