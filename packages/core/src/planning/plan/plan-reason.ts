/**
 * Why a step stands in a plan: the expression, the values it read, the article.
 */

import type {
  Catalogue,
  Derivation,
  LegalBasis,
  Mark,
  Trigger,
  TriggeredServices,
} from '../../catalogue/index.ts'
import { evaluate, type FactRead, type Facts } from '../../rules/index.ts'
import type { PlanStep } from './plan-step.ts'

/** One reason; a value that was itself derived has a reason of its own after it. */
export interface PlanReason {
  /** as its author wrote it; `true` where every project has the step */
  readonly expression: string
  readonly values: Readonly<Record<string, FactRead['value']>>
  /** articles, or the rule in words */
  readonly basis: readonly LegalBasis[] | string
  readonly source: string
  readonly mark: Mark
  /** attributes to ask for before it is certain; empty where it is */
  readonly unknown: readonly string[]
}

/** The reasons of each service the project needs and of each step, by id. */
export function planReasons(
  catalogue: Catalogue,
  { facts, derivations, triggers }: TriggeredServices,
  steps: readonly PlanStep[],
): Readonly<Record<string, readonly PlanReason[]>> {
  const services = triggers
    .filter(({ needed }) => needed !== false)
    .map(
      (trigger) => [trigger.service, [ofTrigger(trigger), ...derived(trigger.values, derivations)]] as const,
    )
  const known = new Set(services.map(([id]) => id))
  const work = steps
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => [id, ofActivity(catalogue, facts, id, derivations)] as const)
  return Object.fromEntries([...services, ...work])
}

function ofTrigger({ expression = 'true', values, legalBasis, source, mark, unknown }: Trigger): PlanReason {
  return { expression, values: asRecord(values), basis: legalBasis, source, mark, unknown }
}

function ofActivity(
  { path }: Catalogue,
  facts: Facts,
  id: string,
  derivations: readonly Derivation[],
): readonly PlanReason[] {
  const activity = path.activities.find((one) => one.id === id)
  if (activity === undefined) return []
  const { when, basis, source, mark } = activity
  const answer = when && evaluate(when, facts)
  const read = answer?.because.flatMap((reason) => reason.facts) ?? []
  const own = { values: asRecord(read), basis: basis ?? source, source, mark, unknown: answer?.unknown ?? [] }
  return [{ expression: when?.text ?? 'true', ...own }, ...derived(read, derivations)]
}

function derived(values: readonly FactRead[], derivations: readonly Derivation[]): readonly PlanReason[] {
  const read = new Set(values.map(({ name }) => name))
  return derivations
    .filter(({ attribute }) => read.has(attribute))
    .map(({ expression, because, basis, source, mark, unknown, attribute, value }) => ({
      expression: expression ?? `${attribute} = ${JSON.stringify(value)}`,
      values: asRecord(because.flatMap((reason) => reason.facts)),
      basis,
      source,
      mark,
      unknown,
    }))
}

function asRecord(values: readonly FactRead[]): PlanReason['values'] {
  return Object.fromEntries(values.map(({ name, value }) => [name, value]))
}
