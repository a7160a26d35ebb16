/**
 * A step of the network: who, by when, with what, after what, and why it is there; and the one thing to do with it.
 */

import { Link } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import {
  AskSteward,
  FileStep,
  isOwnWork,
  OwnDays,
  OwnProgress,
  type ShownStep,
  StepOrder,
  StepPapers,
  StepReasons,
  stepColours,
  useProjectTexts,
} from '../../../features/projects/index.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { Light } from '../../../ui/light.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'
import '../../../ui/projects.css'

interface StepPageProps {
  readonly projectId: string
  readonly stepId: string
}

export function StepPage({ projectId, stepId }: StepPageProps) {
  const { step: texts } = useProjectTexts()
  const link = useLink()
  const reading = useApi('GET /api/projects/:id/plan', { params: { id: projectId } })
  const again = () => {
    reading.again()
  }
  return (
    <Shell>
      <Link className="back no-print" href={link(`/my/projects/${projectId}`)}>
        {texts.back}
      </Link>
      <Awaited reading={reading}>
        {({ plan }) => {
          const step = plan.steps.find(({ id }) => id === stepId)
          return step === undefined ? <Missing /> : <StepSheet shown={{ projectId, plan, step, again }} />
        }}
      </Awaited>
    </Shell>
  )
}

function Missing() {
  const { step: texts } = useProjectTexts()
  return (
    <>
      <Title>{texts.missing}</Title>
      <p>{texts.missingLead}</p>
    </>
  )
}

function StepSheet({ shown }: { readonly shown: ShownStep }) {
  const { step: texts } = useProjectTexts()
  const { step } = shown
  const isService = step.kind !== 'work'
  return (
    <>
      <Title>{step.name}</Title>
      <p className="service-facts">
        <Light colour={step.duty === null ? stepColours[step.progress.status] : 'plain'}>
          {step.duty === null ? texts.status[step.progress.status] : texts.duty}
        </Light>
        {step.toBeConfirmed && <span>{texts.toBeSettled}</span>}
      </p>
      <Facts {...shown} />
      {step.progress.status !== 'done' && (
        <p className={step.critical ? 'day-late critical' : 'day-late'}>
          <Late {...shown} />
        </p>
      )}
      <div className="step-act">
        <FileStep {...shown} />
      </div>
      {isOwnWork(step) && (
        <>
          <OwnDays {...shown} />
          {step.progress.caseId === null && <OwnProgress {...shown} />}
        </>
      )}
      <AskSteward key={step.id} {...shown} />
      {isService && <ServiceParts id={step.id} />}
      <h2>{texts.order}</h2>
      <StepOrder {...shown} />
      <h2>{texts.why}</h2>
      <StepReasons {...shown} />
    </>
  )
}

/** What a day's delay does. */
function Late({ step: { critical, totalFloat, duty } }: ShownStep) {
  const { step: texts } = useProjectTexts()
  if (duty !== null || totalFloat === null) return texts.noFloat
  return critical ? texts.critical : texts.float(String(totalFloat))
}

function Facts({ plan, step }: ShownStep) {
  const { step: texts } = useProjectTexts()
  const { day } = useMoments()
  const lane = plan.lanes.find(({ id }) => id === step.lane)?.name ?? step.lane
  const last = lastDay(step)
  const you = step.lane === 'applicant' ? { note: texts.you } : {}
  const earliest = step.dates === null ? {} : { note: texts.byNote(day(step.dates.start)) }
  return (
    <TitleBlock
      className="guide-block"
      cells={[
        { label: texts.who, value: <Words>{lane}</Words>, ...you },
        { label: texts.by, value: last === null ? '—' : day(last), ...earliest },
        {
          label: isOwnWork(step) ? texts.planned : texts.committed,
          value: (
            <>
              {step.days.value} {texts.days[step.days.unit]} <Unconfirmed mark={step.mark} />
            </>
          ),
        },
        { label: texts.actual, value: <Actual step={step} /> },
      ]}
    />
  )
}

type Step = ShownStep['step']

/** The last day on which it may end: of a duty its own, else as the plan has it. */
function lastDay({ duty, dates }: Step): string | null {
  return duty?.dueDate ?? dates?.late ?? dates?.early ?? null
}

function Actual({ step: { progress } }: { readonly step: Step }) {
  const { step: texts } = useProjectTexts()
  const { day } = useMoments()
  const { startedOn, finishedOn } = progress
  if (startedOn === null) return texts.notYet
  if (finishedOn === null) return texts.startedOn(day(startedOn))
  return texts.actualDates(day(startedOn), day(finishedOn))
}

/** What the catalogue says of the service: its statutory time, papers, outputs. */
function ServiceParts({ id }: { readonly id: string }) {
  const { step: texts } = useProjectTexts()
  const link = useLink()
  const { join } = useTexts()
  const reading = useApi('GET /api/services/:id', { params: { id } })
  return (
    <Awaited reading={reading}>
      {(guide) => (
        <>
          <h2>{texts.papers}</h2>
          <StepPapers guide={guide} />
          {guide.outputs.length > 0 && (
            <>
              <h2>{texts.outputs}</h2>
              <p>
                <Words>{join.list(guide.outputs.map(({ name }) => name))}</Words>
              </p>
            </>
          )}
          <p>
            {texts.statutory} {timeText(texts, guide.statutory)} <Unconfirmed mark={guide.statutory.mark} />
            {' · '}
            <Link href={link(`/services/${id}`)}>{texts.guide}</Link>
          </p>
          <p className="hint">{texts.code(id)}</p>
        </>
      )}
    </Awaited>
  )
}

function timeText(
  { days, atOnce, noTime }: ReturnType<typeof useProjectTexts>['step'],
  { value, unit }: { readonly value: number; readonly unit: string },
): string {
  if (unit === 'at-once') return atOnce
  return unit === 'working-days' || unit === 'natural-days' ? `${value} ${days[unit]}` : noTime
}
