/**
 * Computes the attributes that follow from others. What was given wins; what cannot be known stays not known.
 */

import { evaluate, type Facts, isKnown, type Reason } from '../../rules/index.ts'
import type { DerivationRule, DerivedFact, DerivedValue } from '../projects/derived-fact.ts'
import type { Provenance } from '../reading/provenance.ts'

/** How an attribute came to its value. */
export interface Derivation extends Provenance {
  /** id of the attribute */
  readonly attribute: string
  /** `null` = not known */
  readonly value: DerivedValue | null
  /** the condition that decided, as its author wrote it; absent where none of the rules is true */
  readonly expression?: string | undefined
  readonly because: readonly Reason[]
  /** the article, in words */
  readonly basis: string
  /** attributes to ask for before the value can be known; none where no rule applies and the attribute itself is asked */
  readonly unknown: readonly string[]
}

/** Facts, those derived among them, and how each of these came about. */
export interface DerivedFacts {
  readonly facts: Facts
  readonly derivations: readonly Derivation[]
}

/** Derives, in the order of the rules, every attribute that is not known. */
export function deriveFacts(rules: readonly DerivedFact[], given: Facts): DerivedFacts {
  let facts = given
  const derivations: Derivation[] = []
  for (const derived of rules) {
    if (isKnown(facts, derived.gives)) continue
    const derivation = derivationOf(derived, facts)
    derivations.push(derivation)
    facts = { ...facts, [derived.gives]: derivation.value }
  }
  return { facts, derivations }
}

/** A rule, and what its condition came to. */
interface Tried {
  readonly rule: DerivationRule
  readonly truth: boolean | null
  readonly because: readonly Reason[]
  readonly unknown: readonly string[]
}

/**
 * The first rule that is true decides, unless one above it that is not known would give another value; where none is true
 * the same holds of `otherwise`.
 */
function derivationOf(derived: DerivedFact, facts: Facts): Derivation {
  const tried = untilTrue(derived.rules, facts)
  const hit = tried.find(({ truth }) => truth === true)
  const value = hit ? hit.rule.value : (derived.otherwise ?? null)
  const open = tried.filter(({ rule, truth }) => truth === null && rule.value !== value)
  const { source, mark } = hit?.rule ?? derived
  return {
    attribute: derived.gives,
    value: open.length > 0 ? null : value,
    expression: hit?.rule.when.text,
    because: hit ? hit.because : tried.flatMap(({ because }) => because),
    basis: hit?.rule.basis ?? derived.basis,
    unknown: [...new Set(open.flatMap(({ unknown }) => unknown))],
    source,
    mark,
  }
}

function untilTrue(rules: readonly DerivationRule[], facts: Facts): readonly Tried[] {
  const tried: Tried[] = []
  for (const rule of rules) {
    const { value, because, unknown } = evaluate(rule.when, facts)
    const truth = typeof value === 'boolean' ? value : null
    tried.push({ rule, truth, because, unknown })
    if (truth === true) break
  }
  return tried
}
