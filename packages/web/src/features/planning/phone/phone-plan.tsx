/**
 * The approval network on a phone: what is to be done now comes first, then what signing would do, then the steps; the chart
 * is there for who asks for it.
 */

import { useEffect, useRef, useState } from 'react'
import { useLink } from '../../../page.tsx'
import { FullSheet } from '../../../ui/full-sheet.tsx'
import { nameOf } from '../chart/chart-layout.ts'
import { StepDrawer } from '../panel/step-drawer.tsx'
import { WhatIf } from '../panel/what-if.tsx'
import { nextStep } from '../plan/next-step.ts'
import { type PlanWords, shortDay, whoOf } from '../plan/plan-words.ts'
import type { PlanScreenProps } from '../plan-screen.tsx'
import { PaperLinks } from '../sheet/paper-links.tsx'
import { PlanTitle } from '../sheet/plan-title.tsx'
import { SheetHead } from '../sheet/sheet-head.tsx'
import { UnsavedDays } from '../sheet/unsaved-days.tsx'
import { VersionBanner } from '../sheet/version-banner.tsx'
import { NowCard } from './now-card.tsx'
import { PhoneChart } from './phone-chart.tsx'
import { StageStepsList } from './stage-steps.tsx'

export function PhonePlan({ sheet, plan, owner, onShare }: PlanScreenProps) {
  const { words, trial, change } = plan
  const link = useLink()
  const title = useRef<HTMLDivElement>(null)
  const [isChartOpen, openChart] = useState(false)
  const own = owner && link(`/my/projects/${owner.projectId}`)
  const select = (step: string) => change({ step })
  return (
    <div className="plan-page phone-plan">
      <StickyLine words={words} after={title} />
      <SheetHead sheet={sheet} plan={plan} answerAt={owner && link(`/build/new/${owner.projectId}/check`)} />
      {owner && <VersionBanner versions={owner.versions} texts={words.texts} allAt={`${own}/saved`} />}
      <div ref={title}>
        <PlanTitle trial={trial} words={words} />
      </div>
      {owner && <UnsavedDays plan={plan} owner={owner} />}
      <NowCard
        words={words}
        onSelect={select}
        openAt={own === undefined ? undefined : (id) => `${own}/steps/${id}`}
      />
      <WhatIf
        trial={trial}
        words={words}
        onSign={(sign) => change({ sign })}
        signAt={own && `${own}/commitments`}
      />
      <button className="button quiet chart-button" type="button" onClick={() => openChart(true)}>
        {words.texts.phone.chart}
      </button>
      <StageStepsList words={words} onSelect={select} />
      {owner && <PaperLinks plan={plan} projectId={owner.projectId} onShare={onShare} />}
      {isChartOpen && <PhoneChart plan={plan} wire={sheet.wire} onClose={() => openChart(false)} />}
      <StepSheet sheet={sheet} plan={plan} owner={owner} />
    </div>
  )
}

/** The start and what is to be done, in one line, once the title block has gone out of sight. */
function StickyLine({
  words,
  after,
}: {
  readonly words: PlanWords
  readonly after: React.RefObject<HTMLElement | null>
}) {
  const { texts, plan } = words
  const [isPast, setPast] = useState(false)
  useEffect(() => {
    const watched = after.current
    if (watched === null) return
    const observer = new IntersectionObserver(([entry]) =>
      setPast(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 0),
    )
    observer.observe(watched)
    return () => observer.disconnect()
  }, [after])
  const step = nextStep(plan)
  const day = plan.dates?.permit ?? plan.dates?.end
  return (
    <p className={isPast ? 'sticky-line shown' : 'sticky-line'} aria-hidden="true">
      {day && <b>{texts.phone.sticky(shortDay(day, words))}</b>}
      {step && (
        <span>
          {whoOf(step, words)}：{nameOf(step)}
        </span>
      )}
    </p>
  )
}

function StepSheet({ sheet, plan, owner }: Omit<PlanScreenProps, 'onShare'>) {
  const { words, address, change, trial, setDays } = plan
  const link = useLink()
  const step = trial.plan.steps.find(({ id }) => id === address.step)
  const wireStep = sheet.wire.steps.find(({ id }) => id === address.step)
  if (step === undefined || wireStep === undefined) return null
  const close = () => change({ step: undefined })
  return (
    <FullSheet label={step.name['zh-CN'] ?? step.id} className="plan-page step-sheet" onClose={close}>
      <StepDrawer
        step={step}
        wireStep={wireStep}
        words={words}
        onSelect={(id) => change({ step: id })}
        onDays={owner && ((days) => setDays(step.id, days))}
        openAt={
          owner && wireStep.kind !== 'work'
            ? link(`/my/projects/${owner.projectId}/steps/${step.id}`)
            : undefined
        }
        link={link}
      />
    </FullSheet>
  )
}
