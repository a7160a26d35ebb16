/**
 * Several people for one thing: everybody named, each with a box.
 */

import { Tick } from '../../../ui/field.tsx'
import { Words } from '../../../ui/words.tsx'

interface PeopleTicksProps {
  readonly id: string
  readonly legend: string
  readonly hint?: string
  readonly fault: string | undefined
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly choose: (chosen: string[]) => void
}

export function PeopleTicks({ id, legend, hint, fault, people, chosen, choose }: PeopleTicksProps) {
  return (
    <fieldset className={fault === undefined ? 'field' : 'field wrong'} id={id} tabIndex={-1}>
      <legend>{legend}</legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      {fault !== undefined && <span className="fault">{fault}</span>}
      {people.map((person) => (
        <Tick
          key={person.id}
          id={`${id}-${person.id}`}
          label={<Words>{person.name}</Words>}
          checked={chosen.includes(person.id)}
          onChange={(checked) =>
            choose(checked ? [...chosen, person.id] : chosen.filter((other) => other !== person.id))
          }
        />
      ))}
    </fieldset>
  )
}
