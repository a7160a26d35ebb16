/**
 * Compiles expressions to closures. A closure answers in three-valued logic and leaves the reasons that decided: of
 * `a and b` being false only those of the part that is false, of it being not known only those of the parts not known.
 */

import { unreachable } from '../kernel/index.ts'
import type { ArithmeticSign, Expression, ExpressionOf, Test } from './expressions/expression.ts'
import { factsIn } from './expressions/expression-parts.ts'
import type { FactRead, Frame, Reason, Step } from './frame.ts'
import { choice, denial, junction } from './kleene.ts'
import { compared, isNumber, sameOrMember, type Truth } from './values/comparison.ts'
import { isDayText } from './values/day-text.ts'
import { add, divide, type ExactNumber, multiply, outwardNumber, subtract } from './values/exact-number.ts'
import { type FactPath, type FactValue, factPath, hasUnknown, memberAt, type Value } from './values/fact.ts'
import { answerOf, asTruth } from './values/function-table.ts'

/** What the parts of one condition have in common. */
interface Compilation {
  readonly text: string
  readonly paths: FactPath[]
  readonly locals: string[]
}

/** A compiled condition: the facts it reads, in the order of their slots, and the closure. */
export interface Program {
  readonly paths: readonly FactPath[]
  readonly step: Step
}

/** Compiles an expression of `text`. */
export function compile(expression: Expression, text: string): Program {
  const compilation: Compilation = { text, paths: [], locals: [] }
  const step = explainedStep(compilation, expression, false)
  return { paths: compilation.paths, step }
}

/** Steps down to the parts worth a reason of their own, and wraps those; `truth` where only true and false will do. */
function explainedStep(compilation: Compilation, expression: Expression, truth: boolean): Step {
  switch (expression.kind) {
    case 'all-of':
    case 'any-of':
      return junction(
        expression.operands.map((operand) => explainedStep(compilation, operand, true)),
        expression.kind === 'any-of',
      )
    case 'not':
      return denial(explainedStep(compilation, expression.operand, true))
    case 'choice':
      return choice(
        explainedStep(compilation, expression.condition, true),
        explainedStep(compilation, expression.yes, truth),
        explainedStep(compilation, expression.no, truth),
      )
    default:
      return withReason(compilation, expression, truth)
  }
}

function withReason(compilation: Compilation, expression: Expression, truth: boolean): Step {
  const step = plainStep(compilation, expression)
  const slots = [...new Set(factsIn(expression))].map((name) => slotOf(compilation, name))
  const names = slots.map((slot) => compilation.paths[slot]?.name ?? '')
  const text = compilation.text.slice(expression.from, expression.to)
  const position = expression.from
  return (frame) => {
    frame.memberMissing = false
    const found = step(frame)
    const value = truth ? asTruth(found) : found
    const facts: FactRead[] = []
    for (let index = 0; index < slots.length; index++) {
      facts.push({ name: names[index] ?? '', value: outward(frame.facts[slots[index] ?? 0] ?? null) })
    }
    frame.reasons.push(
      value === null
        ? unknownReason(frame, slots, { text, position, value, facts })
        : { text, position, value: outward(value), facts },
    )
    return value
  }
}

function unknownReason(frame: Frame, slots: readonly number[], reason: Reason): Reason {
  if (frame.fuel < 0) return { ...reason, note: 'too-much-work' }
  const missing = slots.some((slot) => hasUnknown(frame.facts[slot] ?? null))
  if (missing) return reason
  return { ...reason, note: frame.memberMissing ? 'member-not-known' : 'kinds-differ' }
}

/** A value as callers see it. */
export function outward(value: Value): FactValue {
  if (typeof value !== 'object' || value === null) return value
  if (isNumber(value)) return outwardNumber(value)
  return Array.isArray(value) ? value.map(outward) : (value as FactValue)
}

function plainStep(compilation: Compilation, expression: Expression): Step {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression
      return () => value
    }
    case 'fact': {
      const slot = slotOf(compilation, expression.name)
      return (frame) => frame.facts[slot] ?? null
    }
    case 'local':
      return localStep(compilation, expression)
    case 'day': {
      const of = plainStep(compilation, expression.of)
      return (frame) => {
        const day = of(frame)
        return isDayText(day) ? day : null
      }
    }
    case 'list':
    case 'call':
      return gatheringStep(compilation, expression)
    case 'arithmetic':
      return arithmeticStep(compilation, expression)
    case 'quantified':
      return quantifiedStep(compilation, expression)
    default:
      return truthStep(compilation, expression)
  }
}

type TruthKind = 'all-of' | 'any-of' | 'not' | 'choice' | 'known' | 'comparison' | 'in'

function truthStep(compilation: Compilation, expression: ExpressionOf<TruthKind>): Step {
  switch (expression.kind) {
    case 'all-of':
    case 'any-of':
      return junction(
        expression.operands.map((operand) => plainStep(compilation, operand)),
        expression.kind === 'any-of',
      )
    case 'not':
      return denial(plainStep(compilation, expression.operand))
    case 'choice':
      return choice(
        plainStep(compilation, expression.condition),
        plainStep(compilation, expression.yes),
        plainStep(compilation, expression.no),
      )
    case 'known': {
      const operand = plainStep(compilation, expression.operand)
      return (frame) => (operand(frame) !== null) === expression.wanted
    }
    case 'comparison':
      return comparisonStep(compilation, expression)
    case 'in':
      return inStep(compilation, expression)
    default:
      return unreachable(expression)
  }
}

function comparisonStep(compilation: Compilation, expression: ExpressionOf<'comparison'>): Step {
  const { sign } = expression
  const [left, right] = beside(compilation, [expression.left, expression.right])
  if (!left || !right) return () => null
  return (frame) => compared(sign, left(frame), right(frame))
}

/** The steps of values that are compared with each other: beside a day, every one must be a day. */
function beside(compilation: Compilation, expressions: readonly Expression[]): readonly Step[] {
  const days = expressions.some((expression) => expression.kind === 'day')
  return expressions.map((expression) =>
    plainStep(
      compilation,
      days && expression.kind !== 'day'
        ? { kind: 'day', of: expression, from: expression.from, to: expression.to }
        : expression,
    ),
  )
}

function inStep(compilation: Compilation, expression: ExpressionOf<'in'>): Step {
  const tests = expression.tests.map((test) => testStep(compilation, expression.operand, test))
  return junction(tests, true)
}

function testStep(compilation: Compilation, operand: Expression, test: Test): Step {
  if (test.kind === 'range') return rangeStep(compilation, operand, test)
  const [value, to] = beside(compilation, [operand, test.to])
  if (!value || !to) return () => null
  if (test.kind === 'equal') return (frame) => sameOrMember(value(frame), to(frame))
  const { sign } = test
  return (frame) => compared(sign, value(frame), to(frame))
}

function rangeStep(
  compilation: Compilation,
  operand: Expression,
  test: Extract<Test, { kind: 'range' }>,
): Step {
  const [value, low, high] = beside(compilation, [operand, test.low, test.high])
  if (!value || !low || !high) return () => null
  const above = test.lowIncluded ? '>=' : '>'
  const below = test.highIncluded ? '<=' : '<'
  return (frame) => {
    const tested = value(frame)
    const reached: Truth = compared(above, tested, low(frame))
    if (reached === false) return false
    const kept: Truth = compared(below, tested, high(frame))
    return kept === false ? false : reached === null ? null : kept
  }
}

const arithmetic: Readonly<
  Record<ArithmeticSign, (left: ExactNumber, right: ExactNumber) => ExactNumber | undefined>
> = { '+': add, '-': subtract, '*': multiply, '/': divide }

function arithmeticStep(compilation: Compilation, expression: ExpressionOf<'arithmetic'>): Step {
  const work = arithmetic[expression.sign]
  const left = plainStep(compilation, expression.left)
  const right = plainStep(compilation, expression.right)
  return (frame) => {
    const [a, b] = [left(frame), right(frame)]
    return isNumber(a) && isNumber(b) ? (work(a, b) ?? null) : null
  }
}

function gatheringStep(compilation: Compilation, expression: ExpressionOf<'list' | 'call'>): Step {
  const call = expression.kind === 'call'
  const operands = (call ? expression.operands : expression.members).map((operand) =>
    plainStep(compilation, operand),
  )
  if (!call) return (frame) => operands.map((operand) => operand(frame))
  const answer = answerOf(expression.name)
  return (frame) => answer(operands.map((operand) => operand(frame)))
}

function localStep(compilation: Compilation, expression: ExpressionOf<'local'>): Step {
  const level = compilation.locals.lastIndexOf(expression.name)
  const { steps } = expression
  return (frame) => {
    const member = memberAt((frame.locals[level] ?? null) as FactValue, steps, 0)
    if (member === null) frame.memberMissing = true
    return member
  }
}

/** `some` is an `or` over the members, `every` an `and`; of an empty list they are false and true. */
function quantifiedStep(compilation: Compilation, expression: ExpressionOf<'quantified'>): Step {
  const outer = compilation.locals.length
  const lists = expression.lists.map((list, index) => {
    const step = plainStep(compilation, list)
    compilation.locals.push(expression.names[index] ?? '')
    return step
  })
  const condition = plainStep(compilation, expression.condition)
  compilation.locals.length = outer
  const decisive = !expression.every
  const visit = (frame: Frame, depth: number): Truth => {
    const list = lists[depth]
    if (!list) return asTruth(condition(frame))
    const members = list(frame)
    if (!Array.isArray(members)) return null
    let unknown = false
    for (const member of members) {
      frame.fuel -= 1
      if (frame.fuel < 0) return null
      frame.locals[outer + depth] = member
      const truth = visit(frame, depth + 1)
      if (truth === decisive) return decisive
      if (truth === null) unknown = true
    }
    return unknown ? null : !decisive
  }
  return (frame) => visit(frame, 0)
}

function slotOf(compilation: Compilation, name: string): number {
  const known = compilation.paths.findIndex((path) => path.name === name)
  return known >= 0 ? known : compilation.paths.push(factPath(name)) - 1
}
