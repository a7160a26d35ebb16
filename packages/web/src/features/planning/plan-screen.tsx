/**
 * The approval network on a wide screen: title block, chart or list, and at its side what signing would do, or one step.
 */

import { useRef, useState } from 'react'
import { useLink } from '../../page.tsx'
import type { Zoom } from './chart/chart-layout.ts'
import { PlanChart } from './chart/plan-chart.tsx'
import { StepDrawer } from './panel/step-drawer.tsx'
import { WhatIf } from './panel/what-if.tsx'
import { inOrder } from './plan/trial.ts'
import { useKeys } from './plan/use-keys.ts'
import type { PlanTrial } from './plan/use-plan-trial.ts'
import type { PlanOwner, PlanSheet } from './plan-sheet.ts'
import { ChartLegend } from './sheet/chart-legend.tsx'
import { ChartTools } from './sheet/chart-tools.tsx'
import { PaperLinks } from './sheet/paper-links.tsx'
import { PlanTitle } from './sheet/plan-title.tsx'
import { SheetHead } from './sheet/sheet-head.tsx'
import { StepTable } from './sheet/step-table.tsx'
import { UnsavedDays } from './sheet/unsaved-days.tsx'
import { VersionBanner } from './sheet/version-banner.tsx'

export interface PlanScreenProps {
  readonly sheet: PlanSheet
  readonly plan: PlanTrial
  /** absent for a reader of a share */
  readonly owner: PlanOwner | undefined
  readonly onShare: () => void
}

const zoomOrder = ['all', 'week', 'day'] as const

export function PlanScreen({ sheet, plan, owner, onShare }: PlanScreenProps) {
  const { words, address, change, trial } = plan
  const link = useLink()
  const page = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [zoom, setZoom] = useState<Zoom>('all')
  const own = owner && link(`/my/projects/${owner.projectId}`)
  const select = (step: string | undefined) => change({ step })
  useKeys(page, (event) => {
    if (event.target instanceof HTMLInputElement) return
    if (event.key === '/') {
      event.preventDefault()
      search.current?.focus()
    }
    if (event.key.toLowerCase() === 'l') change({ list: !address.list })
  })
  const find = (text: string) => {
    const found = inOrder(trial.plan).find(({ name }) => name['zh-CN']?.includes(text))
    if (text === '' || found === undefined) return text === ''
    select(found.id)
    document.querySelector<HTMLElement>(`[data-step="${CSS.escape(found.id)}"]`)?.focus()
    return true
  }
  return (
    <div className="plan-page" ref={page}>
      <SheetHead sheet={sheet} plan={plan} answerAt={owner && link(`/build/new/${owner.projectId}/check`)} />
      {owner && <VersionBanner versions={owner.versions} texts={words.texts} allAt={`${own}/saved`} />}
      <PlanTitle trial={trial} words={words} />
      {owner && <UnsavedDays plan={plan} owner={owner} />}
      <div className="plan-split">
        <div className="plan-main">
          <ChartTools
            texts={words.texts}
            isList={address.list}
            onList={(list) => change({ list })}
            zoom={zoom}
            onZoom={setZoom}
            only={address.only}
            onOnly={(only) => change({ only })}
            search={search}
            onFind={find}
          />
          <PlanField sheet={sheet} plan={plan} isOwners={owner !== undefined} zoom={zoom} onZoom={setZoom} />
        </div>
        <PlanSide sheet={sheet} plan={plan} owner={owner} onShare={onShare} />
      </div>
    </div>
  )
}

interface PlanFieldProps extends Pick<PlanScreenProps, 'sheet' | 'plan'> {
  readonly isOwners: boolean
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
}

/** The chart with its legend and, for who does not see it, the list; or the list alone. */
function PlanField({ sheet, plan, isOwners, zoom, onZoom }: PlanFieldProps) {
  const { words, address, change, trial, setDays } = plan
  const select = (step: string | undefined) => change({ step })
  if (address.list)
    return (
      <div className="list-view">
        <StepTable words={words} onSelect={select} selected={address.step} />
      </div>
    )
  return (
    <>
      <PlanChart
        trial={trial}
        wire={sheet.wire}
        texts={words.texts}
        zoom={zoom}
        only={address.only}
        selected={address.step}
        onSelect={select}
        onZoom={(closer) => onZoom(nextZoom(zoom, closer))}
        onDays={isOwners ? setDays : undefined}
      />
      <ChartLegend texts={words.texts} />
      <div className="visually-hidden">
        <StepTable words={words} />
      </div>
    </>
  )
}

function nextZoom(zoom: Zoom, closer: boolean): Zoom {
  return zoomOrder[zoomOrder.indexOf(zoom) + (closer ? 1 : -1)] ?? zoom
}

function PlanSide({ sheet, plan, owner, onShare }: PlanScreenProps) {
  const { words, address, change, trial, setDays } = plan
  const link = useLink()
  const step = trial.plan.steps.find(({ id }) => id === address.step)
  const wireStep = sheet.wire.steps.find(({ id }) => id === address.step)
  const own = owner && link(`/my/projects/${owner.projectId}`)
  if (step !== undefined && wireStep !== undefined)
    return (
      <aside className="plan-side">
        <StepDrawer
          step={step}
          wireStep={wireStep}
          words={words}
          onSelect={(id) => change({ step: id })}
          onDays={owner && ((days) => setDays(step.id, days))}
          openAt={own && wireStep.kind !== 'work' ? `${own}/steps/${step.id}` : undefined}
          link={link}
        />
      </aside>
    )
  return (
    <aside className="plan-side">
      <WhatIf
        trial={trial}
        words={words}
        onSign={(sign) => change({ sign })}
        signAt={own && `${own}/commitments`}
      />
      {owner && <PaperLinks plan={plan} projectId={owner.projectId} onShare={onShare} />}
    </aside>
  )
}
