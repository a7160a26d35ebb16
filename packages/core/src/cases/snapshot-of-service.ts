/**
 * Taking a snapshot: what a service of the catalogue comes to for one case, on its facts.
 *
 * A condition that cannot be answered counts as true: a paper that may be needed is asked for.
 */

import type { Catalogue, PublicService, ServiceTime } from '../catalogue/index.ts'
import { accept, type Result, refuse } from '../kernel/index.ts'
import { type Condition, evaluate, type Facts } from '../rules/index.ts'
import type {
  CaseLimit,
  CaseRequirement,
  HeldClock,
  PromiseOffer,
  ServiceSnapshot,
} from './service-snapshot.ts'

/** What holds for every service where its own entry says nothing else; content of the zone. */
export interface GeneralLimits {
  /** Administrative Licensing Law art. 32 */
  readonly oneTimeNotice: CaseLimit
  readonly correction: CaseLimit
  /** Administrative Licensing Law art. 44 */
  readonly delivery: CaseLimit
  readonly rectification: CaseLimit
  /** Administrative Licensing Law art. 42; in working days */
  readonly extensionAtMost: number
  /** how long a special procedure is expected to take where its entry gives no time */
  readonly specialProcedure: CaseLimit
  /** ids of special procedures that hold the committed clock alone, such as a publicity period */
  readonly committedOnly: readonly string[]
  /** by commitment: the requirements it stands in for */
  readonly replacedBy: ReadonlyMap<string, readonly string[]>
}

/** What a snapshot is taken of. */
export interface SnapshotSource {
  readonly catalogue: Catalogue
  readonly general: GeneralLimits
}

/** The snapshot of a service for a case with these facts; `service-unknown` where the catalogue has none of that id. */
export function takeSnapshot(
  { catalogue, general }: SnapshotSource,
  id: string,
  facts: Facts,
): Result<ServiceSnapshot, 'service-unknown'> {
  const service = catalogue.services.find((each) => each.id === id)
  const [lead, ...others] = service?.authorities ?? []
  if (service === undefined || lead === undefined) return refuse('service-unknown', { id })
  return accept({
    id,
    name: service.name,
    catalogueVersion: catalogue.version,
    authorities: [lead, ...others],
    oneTimeNotice: stricter(service.oneTimeNotice, general.oneTimeNotice),
    committed: limitOf(service.committed),
    statutory: limitOf(service.statutory),
    extensionAtMost: general.extensionAtMost,
    delivery: general.delivery,
    correction: general.correction,
    requirements: requirementsOf(service, catalogue, facts),
    specialProcedures: service.excluded
      .filter(({ when }) => mayHold(when, facts))
      .map((procedure) => ({
        id: procedure.id,
        name: procedure.name,
        limit: procedure.limit === undefined ? general.specialProcedure : limitOf(procedure.limit),
        holds: heldBy(procedure.id, general),
      })),
    promises: promisesOf(service, catalogue, general),
    jointReview: false,
  })
}

/** A time at once, or without a limit of its own, is over with its day. */
function limitOf({ value, unit, source, mark }: ServiceTime): CaseLimit {
  const isNatural = unit === 'natural-days'
  return { value, unit: isNatural ? 'natural-days' : 'working-days', source, mark }
}

function stricter(own: ServiceTime | undefined, general: CaseLimit): CaseLimit {
  return own === undefined ? general : limitOf(own)
}

function mayHold(when: Condition | undefined, facts: Facts): boolean {
  return when === undefined || evaluate(when, facts).value !== false
}

function heldBy(procedure: string, { committedOnly }: GeneralLimits): readonly HeldClock[] {
  return committedOnly.includes(procedure) ? ['committed'] : ['committed', 'statutory']
}

function requirementsOf(
  service: PublicService,
  { evidenceTypes }: Catalogue,
  facts: Facts,
): readonly CaseRequirement[] {
  return service.evidence
    .filter(({ when }) => mayHold(when, facts))
    .map(({ type, source, mayFollow }) => ({
      id: type,
      name: evidenceTypes.find(({ id }) => id === type)?.name ?? {},
      source,
      mayFollow,
    }))
}

function promisesOf(
  service: PublicService,
  { path }: Catalogue,
  { rectification, replacedBy }: GeneralLimits,
): readonly PromiseOffer[] {
  return path.commitments
    .filter(
      (commitment) => commitment.service === service.id && commitment.lapse === 'rectified-then-revoked',
    )
    .map(({ id, name, kind, makeUp }) => ({
      id,
      name,
      kind,
      replaces: replacedBy.get(id) ?? [],
      makeUp: makeUp.kind === 'milestone' ? null : makeUpOf(makeUp),
      rectification,
    }))
}

type MakeUpInDays = Extract<Catalogue['path']['commitments'][number]['makeUp'], { kind: 'days' }>

function makeUpOf({ value, unit, from, source, mark }: MakeUpInDays): NonNullable<PromiseOffer['makeUp']> {
  return { value, unit, source, mark, from: from === 'signing' ? 'signing' : 'decision' }
}
