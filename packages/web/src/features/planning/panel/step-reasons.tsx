/**
 * Why a step is there: the article, and whether it is certain.
 */

import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { Words } from '../../../ui/words.tsx'
import type { WireStep } from '../plan/wire-plan.ts'

interface StepReasonsProps {
  readonly step: WireStep
  readonly texts: PlanningTexts
}

export function StepReasons({ step: { because }, texts }: StepReasonsProps) {
  return (
    <>
      <h3>{texts.drawer.because}</h3>
      <ul className="reasons">
        {because.map(({ expression, values, basis, mark }) => (
          <li key={expression}>
            {basis !== '' && (
              <span>
                <Words>{basis}</Words> <Unconfirmed mark={mark} />
              </span>
            )}
            {expression === 'true' ? (
              <small>{texts.drawer.always}</small>
            ) : (
              <code className="code" title={written(values)}>
                {expression}
              </code>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function written(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join('; ')
}
