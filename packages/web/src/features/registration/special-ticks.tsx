/**
 * Situations that a person looks at in any case; none ticked means none of them.
 */

import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Tick } from '../../ui/field.tsx'

const situations = ['foreign-invested', 'state-owned', 'group', 'merger-or-division', 'listed'] as const

export type Situation = (typeof situations)[number]

interface SpecialTicksProps {
  readonly chosen: readonly Situation[]
  readonly choose: (chosen: Situation[]) => void
}

export function SpecialTicks({ chosen, choose }: SpecialTicksProps) {
  const { special: texts } = useRegistrationTexts()
  return (
    <fieldset className="field" id="special" tabIndex={-1}>
      <legend>{texts.question}</legend>
      <span className="hint">{texts.hint}</span>
      {situations.map((situation) => (
        <Tick
          key={situation}
          id={`special-${situation}`}
          label={texts.names[situation] ?? ''}
          checked={chosen.includes(situation)}
          onChange={(checked) =>
            choose(checked ? [...chosen, situation] : chosen.filter((other) => other !== situation))
          }
        />
      ))}
    </fieldset>
  )
}
