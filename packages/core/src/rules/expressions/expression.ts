/**
 * The expressions of the rules: the part of FEEL (OMG DMN) that this house reads, as a tree of plain values.
 */

import type { ComparisonSign } from '../values/comparison.ts'
import type { ExactNumber } from '../values/exact-number.ts'

/** A sign of arithmetic. */
export type ArithmeticSign = '+' | '-' | '*' | '/'

/** Where an expression stands in its text: UTF-16 offsets, the end excluded. */
interface Span {
  readonly from: number
  readonly to: number
}

/** One test after `in`: an equal value or list, an ordering, or a range. */
export type Test =
  | { readonly kind: 'equal'; readonly to: Expression }
  | { readonly kind: 'ordered'; readonly sign: ComparisonSign; readonly to: Expression }
  | {
      readonly kind: 'range'
      readonly low: Expression
      readonly high: Expression
      readonly lowIncluded: boolean
      readonly highIncluded: boolean
    }

/** An expression and where it stands. */
export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: ExactNumber | string | boolean | null }
    | { readonly kind: 'day'; readonly of: Expression }
    | { readonly kind: 'fact'; readonly name: string }
    | { readonly kind: 'local'; readonly name: string; readonly steps: readonly string[] }
    | { readonly kind: 'list'; readonly members: readonly Expression[] }
    | { readonly kind: 'all-of' | 'any-of'; readonly operands: readonly Expression[] }
    | { readonly kind: 'not'; readonly operand: Expression }
    | {
        readonly kind: 'comparison'
        readonly sign: ComparisonSign
        readonly left: Expression
        readonly right: Expression
      }
    | { readonly kind: 'known'; readonly operand: Expression; readonly wanted: boolean }
    | { readonly kind: 'in'; readonly operand: Expression; readonly tests: readonly Test[] }
    | {
        readonly kind: 'arithmetic'
        readonly sign: ArithmeticSign
        readonly left: Expression
        readonly right: Expression
      }
    | {
        readonly kind: 'choice'
        readonly condition: Expression
        readonly yes: Expression
        readonly no: Expression
      }
    | {
        readonly kind: 'quantified'
        readonly every: boolean
        readonly names: readonly string[]
        readonly lists: readonly Expression[]
        readonly condition: Expression
      }
    | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] }
  )

/** The expression of one kind. */
export type ExpressionOf<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>
