/**
 * What there is to do in a case now, the most expected first; who may do it is decided by the server, what makes sense
 * by the state of the case.
 */

import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useApi } from '../../../../api/use-api.ts'
import { reviewTexts as texts } from '../../../../texts/department-zh-cn.ts'
import type { ActProps } from '../case-on-desk.ts'
import { AfterwardsForms, DeliveryForm } from './afterwards-forms.tsx'
import { AnswerForm, ConsultationForm, JointReviewForm } from './consultation-forms.tsx'
import { CorrectionForm, TakeBackCorrection } from './correction-form.tsx'
import { DecisionForm } from './decision-form.tsx'
import { ExtensionForm, PrerequisiteForm, SpecialProcedureForm } from './delay-forms.tsx'
import { OpinionForm } from './opinion-form.tsx'
import { runningSuspension, SuspensionForm } from './suspension-form.tsx'

/** Who sits at the desk. */
export interface Sitting {
  readonly authorities: readonly string[]
  readonly isHead: boolean
}

interface Act {
  readonly key: keyof typeof texts.acts
  readonly form: ReactNode
}

export function ActPanel(props: ActProps) {
  const session = useApi('GET /api/session')
  if (session.state !== 'ready' || !session.value.signedIn) return null
  const { authorities, roles } = session.value
  const acts = actsOf(props, { authorities, isHead: roles.includes('department-head') })
  return (
    <section className="staff-panel act-panel">
      <h2>{texts.act}</h2>
      {acts.length === 0 ? (
        <p>{runningSuspension(props.subject) === undefined ? texts.nothingToDo : texts.suspension.resting}</p>
      ) : (
        <Tabs
          key={`${props.subject.version}`}
          items={acts.map(({ key, form }) => ({ key, label: texts.acts[key], children: form }))}
        />
      )}
    </section>
  )
}

function actsOf(props: ActProps, sitting: Sitting): readonly Act[] {
  const { subject } = props
  const { authorities } = subject.service
  const asked = subject.consultations.filter(
    ({ asked: whom, closed }) => !closed && sitting.authorities.includes(whom),
  )
  const answers: Act[] =
    asked.length === 0 ? [] : [{ key: 'answer', form: <AnswerForm {...props} asked={asked} /> }]
  if (!authorities.some((authority) => sitting.authorities.includes(authority))) return answers
  const leads = sitting.authorities.includes(authorities[0] ?? '')
  const mayRest = leads && sitting.isHead && subject.situation === 'in-review'
  const rest: Act[] = mayRest ? [{ key: 'suspension', form: <SuspensionForm {...props} /> }] : []
  if (runningSuspension(subject) !== undefined) return [...answers, ...rest]
  return [...actsOfOffice(props, { ...sitting, leads, answers }), ...rest]
}

interface Office extends Sitting {
  readonly leads: boolean
  readonly answers: readonly Act[]
}

/** What an authority of the case does, by the state of the case. */
function actsOfOffice(props: ActProps, { leads, answers, ...sitting }: Office): readonly Act[] {
  const { situation, correction } = props.subject
  if (situation === 'in-review') return [...answers, ...actsInReview(props, sitting, leads)]
  if (situation === 'correcting' && correction?.within === 'review')
    return [{ key: 'correction', form: <TakeBackCorrection {...props} /> }]
  return leads ? actsAfterwards(props, sitting) : answers
}

function actsInReview(props: ActProps, sitting: Sitting, leads: boolean): readonly Act[] {
  const { subject } = props
  const silent = subject.reviews.filter(
    ({ authority, opinion }) => opinion === null && sitting.authorities.includes(authority),
  )
  const missing = subject.service.requirements.filter(
    ({ source, state }) => source === 'kept' && state === 'missing',
  )
  const acts: (Act | false)[] = [
    ...silent.map(
      ({ authority }): Act => ({ key: 'opinion', form: <OpinionForm {...props} authority={authority} /> }),
    ),
    leads && { key: 'decision', form: <DecisionForm {...props} /> },
    { key: 'correction', form: <CorrectionForm {...props} /> },
    missing.length > 0 && { key: 'prerequisite', form: <PrerequisiteForm {...props} missing={missing} /> },
    { key: 'consultation', form: <ConsultationForm {...props} /> },
    leads && subject.reviews.length > 1 && { key: 'joint', form: <JointReviewForm {...props} /> },
    subject.service.specialProcedures.length > 0 && {
      key: 'special',
      form: <SpecialProcedureForm {...props} />,
    },
    leads && sitting.isHead && { key: 'extension', form: <ExtensionForm {...props} /> },
  ]
  return acts.filter((act) => act !== false)
}

function actsAfterwards(props: ActProps, { isHead }: Sitting): readonly Act[] {
  const { decision, situation } = props.subject
  const isRevocable = ['granted', 'granted-on-promise', 'revocation-proposed'].includes(situation)
  const acts: (Act | false)[] = [
    decision !== null &&
      decision.deliveredOn === null && { key: 'delivery', form: <DeliveryForm {...props} /> },
    isRevocable && { key: 'revocation', form: <AfterwardsForms {...props} isHead={isHead} /> },
  ]
  return acts.filter((act) => act !== false)
}
