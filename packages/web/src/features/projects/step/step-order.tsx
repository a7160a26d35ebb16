/**
 * What a step waits for and what waits for it, each a way to its page.
 */

import { Link } from 'wouter'
import { useLink } from '../../../page.tsx'
import { Light } from '../../../ui/light.tsx'
import { Words } from '../../../ui/words.tsx'
import { useProjectTexts } from '../use-project-texts.ts'
import { awaitedBy, type ShownStep, type Step, waitingFor } from './step-shown.ts'

export function StepOrder(shown: ShownStep) {
  const { step: texts } = useProjectTexts()
  const before = awaitedBy(shown)
  const after = waitingFor(shown)
  return (
    <div className="step-order">
      <div>
        <h3>{texts.before}</h3>
        {before.length === 0 && <p className="hint">{texts.beforeNone}</p>}
        <ul>
          {before.map(({ step, isWaived }) => (
            <li key={step.id}>
              <Neighbour projectId={shown.projectId} step={step} />
              {isWaived && <span className="tag promise">{texts.waived}</span>}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{texts.after}</h3>
        {after.length === 0 && <p className="hint">{texts.afterNone}</p>}
        <ul>
          {after.map((step) => (
            <li key={step.id}>
              <Neighbour projectId={shown.projectId} step={step} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Neighbour({ projectId, step }: { readonly projectId: string; readonly step: Step }) {
  const { step: texts } = useProjectTexts()
  const link = useLink()
  const { status } = step.progress
  return (
    <>
      <Link href={link(`/my/projects/${projectId}/steps/${step.id}`)}>
        <Words>{step.name}</Words>
      </Link>{' '}
      {status !== 'not-begun' && <Light colour={stepColours[status]}>{texts.status[status]}</Light>}
    </>
  )
}

/** The light of a step; what is done is plain, so that the rest stands out. */
export const stepColours = {
  'not-begun': 'paused',
  'under-way': 'green',
  overdue: 'red',
  done: 'plain',
} as const
