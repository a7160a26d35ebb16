/**
 * Where the rule of a list comes from, and that it is not confirmed yet where it is not.
 */

import { supervisionTexts as texts } from '../../../texts/supervision-zh-cn.ts'

interface RuleSourceProps {
  readonly source: string
  readonly mark: string
  /** other words for what it is */
  readonly label?: string
}

export function RuleSource({ source, mark, label = texts.source }: RuleSourceProps) {
  return (
    <p className="supervision-rule">
      {label}：{source}
      {mark === 'U' && <span className="unconfirmed-mark">{texts.unconfirmed}</span>}
    </p>
  )
}
