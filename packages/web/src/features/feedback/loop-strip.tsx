/**
 * The four moments of the loop as one line: which were reached, and when.
 */

import { useMoments } from '../../ui/use-moments.ts'

/** A moment of the loop. */
export interface LoopMoment {
  readonly name: 'noticed' | 'found' | 'responded' | 'handled'
  readonly at: string | null
}

interface LoopStripProps {
  readonly steps: readonly LoopMoment[]
  readonly words: Readonly<Record<LoopMoment['name'], string>>
  readonly notYet: string
}

export function LoopStrip({ steps, words, notYet }: LoopStripProps) {
  const { moment } = useMoments()
  return (
    <ol className="loop-strip">
      {steps.map(({ name, at }) => (
        <li key={name} data-reached={at !== null}>
          <b>{words[name]}</b>
          {at === null ? <span>{notYet}</span> : <time dateTime={at}>{moment(at)}</time>}
        </li>
      ))}
    </ol>
  )
}
