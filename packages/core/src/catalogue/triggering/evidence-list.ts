/**
 * The evidence of a project, each kind once however many of its services ask for it.
 */

import { evaluate, type Facts } from '../../rules/index.ts'
import type { PublicService } from '../services/public-service.ts'
import type { EvidenceSource, Requirement } from '../services/requirement.ts'

/** A kind of evidence that a project needs. */
export interface ListedEvidence {
  /** id of the evidence type */
  readonly type: string
  /** a register before what the house has kept, and both before the applicant */
  readonly source: EvidenceSource
  /** ids of the services that ask for it, each once */
  readonly services: readonly string[]
  /** whether every service that asks for it lets it follow */
  readonly mayFollow: boolean
  /** whether it is not known yet that any service asks for it */
  readonly toBeConfirmed: boolean
}

interface Asked {
  readonly service: string
  readonly requirement: Requirement
  readonly certain: boolean
}

const order: readonly EvidenceSource[] = ['register', 'kept', 'applicant']

/** The evidence that services ask for, in the order in which it is first asked for. */
export function evidenceList(services: readonly PublicService[], facts: Facts): readonly ListedEvidence[] {
  const byType = new Map<string, Asked[]>()
  for (const asked of services.flatMap((service) => askedBy(service, facts))) {
    const { type } = asked.requirement
    byType.set(type, [...(byType.get(type) ?? []), asked])
  }
  return [...byType].map(([type, all]) => ({
    type,
    source:
      order.find((source) => all.some(({ requirement }) => requirement.source === source)) ?? 'applicant',
    services: [...new Set(all.map(({ service }) => service))],
    mayFollow: all.every(({ requirement }) => requirement.mayFollow),
    toBeConfirmed: !all.some(({ certain }) => certain),
  }))
}

function askedBy(service: PublicService, facts: Facts): readonly Asked[] {
  return service.evidence.flatMap((requirement) => {
    const truth = requirement.when ? evaluate(requirement.when, facts).value : true
    return truth === false ? [] : [{ service: service.id, requirement, certain: truth === true }]
  })
}
