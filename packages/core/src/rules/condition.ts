/**
 * Conditions: questions about facts, written as text, answered true, false or not known, with the reasons.
 */

import { accept, assert, type Result } from '../kernel/index.ts'
import { compile, outward, type Program } from './compiler.ts'
import { type ComparedConstant, comparedConstants } from './expressions/compared-constants.ts'
import { readExpression } from './expressions/expression-reader.ts'
import type { ExpressionRefusal } from './expressions/reading.ts'
import { type Frame, mostVisits, type Reason } from './frame.ts'
import { type Facts, type FactValue, factAt, hasUnknown, inward, type Value } from './values/fact.ts'

/** Where a rule comes from. */
export interface RuleOrigin {
  readonly id: string
  /** the article of law it rests on */
  readonly basis: string
  /** where the text of the rule was found */
  readonly source: string
  /** how sure the source is: S read in the source, G general knowledge, U to be confirmed */
  readonly mark: 'S' | 'G' | 'U'
}

/** A condition that was read and is ready to be asked. */
export interface Condition {
  readonly text: string
  readonly origin?: RuleOrigin
  readonly program: Program
}

/** What a condition came to, and why. */
export interface Answer {
  /** `null` = not known; a number beyond 2^53 is a bigint, a fraction the nearest float */
  readonly value: FactValue
  /** the parts that decided, in the order of the text */
  readonly because: readonly Reason[]
  /** the facts to ask for before the answer can be known; empty where it is known */
  readonly unknown: readonly string[]
  readonly origin?: RuleOrigin
}

/** What is given along with the text of a condition. */
export interface ConditionSetting {
  readonly origin?: RuleOrigin
  /** the names of facts that exist; any other name is refused with `fact-not-declared` */
  readonly facts?: ReadonlySet<string>
}

/**
 * Reads a condition. Refuses what cannot be read or is not supported, with `position` (UTF-16 offset) and `sentence`.
 *
 * @param text - FEEL (OMG DMN 1.5), at most 2,000 characters
 * @example parseCondition('invest.kind = "enterprise" and 投资额 >= 5000')
 */
export function parseCondition(
  text: string,
  setting: ConditionSetting = {},
): Result<Condition, ExpressionRefusal> {
  const read = readExpression(text, setting.facts)
  if (!read.ok) return read
  const program = compile(read.value, text)
  return accept({ text, program, ...(setting.origin && { origin: setting.origin }) })
}

/** Asks a condition of the facts. The same condition and facts always give the same answer. */
export function evaluate(condition: Condition, facts: Facts): Answer {
  const { paths, step } = condition.program
  const values: Value[] = []
  for (const path of paths) values.push(factAt(facts, path))
  const frame: Frame = { facts: values, locals: [], reasons: [], fuel: mostVisits, memberMissing: false }
  const value = step(frame)
  return {
    value: outward(value),
    because: frame.reasons,
    unknown: value === null ? unknownFacts(frame.reasons) : [],
    ...(condition.origin && { origin: condition.origin }),
  }
}

/** The names of the facts a condition may read, each once, in the order of the text. */
export function factsRead(condition: Condition): readonly string[] {
  return condition.program.paths.map((path) => path.name)
}

/** The constants a condition compares facts with, with repetitions. */
export function constantsCompared(condition: Condition): readonly ComparedConstant[] {
  const read = readExpression(condition.text)
  assert(read.ok, 'a condition was readable once')
  return comparedConstants(read.value)
}

/** The facts that were not known, wholly or in part, where something was not known because of them. */
function unknownFacts(reasons: readonly Reason[]): readonly string[] {
  const names = reasons
    .filter((reason) => reason.value === null)
    .flatMap(({ facts, note }) =>
      facts.filter(({ value }) =>
        note === 'member-not-known' ? Array.isArray(value) : hasUnknown(inward(value)),
      ),
    )
    .map((fact) => fact.name)
  return [...new Set(names)]
}
