/**
 * The time-scaled network diagram on the screen: ruler on top, lanes at the left, both staying while the rest is moved.
 */

import type { PlanDiagram, PlannedStep } from '@guanjia/core/planning'
import { useEffect, useMemo, useState } from 'react'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'
import { isOwn, nextStep } from '../plan/next-step.ts'
import { daysText, doneBy, lateSentence, shortDay, whoOf } from '../plan/plan-words.ts'
import { goalOf, inOrder, type Trial } from '../plan/trial.ts'
import type { WirePlan } from '../plan/wire-plan.ts'
import { ChartButtons } from './chart-buttons.tsx'
import { ChartDrawing, type ChartMarks } from './chart-drawing.tsx'
import { ChartGrips } from './chart-grips.tsx'
import { bottomOf, chartLayout, laneNames, nameOf, type Zoom } from './chart-layout.ts'
import { ChartRuler, rulerHeight } from './chart-ruler.tsx'
import { stepChain } from './step-chain.ts'
import { useWidth } from './use-width.ts'

interface PlanChartProps {
  readonly trial: Trial
  readonly wire: WirePlan
  readonly texts: PlanningTexts
  readonly zoom: Zoom
  readonly only: boolean
  readonly selected: string | undefined
  readonly onSelect: (id: string | undefined) => void
  readonly onZoom: (closer: boolean) => void
  /** sets the days of an own step by dragging its end; absent where the reader may not */
  readonly onDays?: ((id: string, days: number) => void) | undefined
}

export function PlanChart(props: PlanChartProps) {
  const { trial, wire, texts, zoom, only, selected, onSelect, onDays } = props
  const [scroller, width] = useWidth()
  const [followed, follow] = useState<string>()
  useWheelZoom(scroller, props.onZoom)
  const former = formerOf(trial, wire)
  const diagram = useMemo(
    () => (width === 0 ? undefined : chartLayout({ trial, texts, width, zoom, only, former })),
    [trial, texts, width, zoom, only, former],
  )
  const steps = useMemo(() => new Map(trial.plan.steps.map((step) => [step.id, step])), [trial])
  const marks = useMemo(() => marksOf(trial, wire, texts, former), [trial, wire, texts, former])
  const targets = useMemo(() => targetsOf(trial), [trial])
  const chain = useChain(diagram, followed ?? selected)
  const now = trial.plan.dates?.today
  const spoken = (id: string) => spokenStep(steps.get(id), { texts, plan: trial.plan, wire })
  return (
    <div className="plan-chart" ref={scroller}>
      {diagram && (
        <div className="canvas" style={{ width: diagram.width }}>
          <div className="ruler-row" style={{ height: rulerHeight }}>
            <ChartRuler diagram={diagram} wire={wire} marks={marks} texts={texts} />
            <div className="corner" style={{ width: laneNames }} aria-hidden="true">
              {texts.list.who}
            </div>
          </div>
          <div className="field" style={{ height: bottomOf(diagram) }}>
            <ChartDrawing
              diagram={diagram}
              steps={steps}
              chain={chain}
              nextId={nextStep(trial.plan)?.id}
              now={now === undefined ? undefined : trial.days.timeOf(now)}
              marks={marks}
              texts={texts}
            />
            <div className="lane-names" style={{ width: laneNames }} aria-hidden="true">
              {diagram.lanes.map(({ id, height }) => (
                <div key={id} className={id === 'applicant' ? 'applicant' : undefined} style={{ height }}>
                  {wire.lanes.find((lane) => lane.id === id)?.name}
                </div>
              ))}
            </div>
            <ChartButtons
              diagram={diagram}
              label={texts.tools.chartLabel}
              nameOf={spoken}
              targets={targets}
              selected={selected}
              onSelect={onSelect}
              onFollow={follow}
            />
            {onDays && <ChartGrips diagram={diagram} steps={steps} texts={texts} onDays={onDays} />}
          </div>
        </div>
      )}
    </div>
  )
}

/** The chain of the step that is looked at. */
function useChain(diagram: PlanDiagram | undefined, step: string | undefined) {
  return useMemo(
    () => (step === undefined || diagram === undefined ? undefined : stepChain(diagram.links, step)),
    [step, diagram],
  )
}

/** Where the start stood without what is signed; or, with days tried out, where it stands in the version that is kept. */
function formerOf({ plan }: Trial, wire: WirePlan): number | undefined {
  const { permit } = plan.workingDays
  if (permit === null) return undefined
  if (plan.saved.workingDays > 0) return permit + plan.saved.workingDays
  const kept = wire.workingDays.permit
  return kept === null || kept === permit || wire.signed.length > 0 ? undefined : kept
}

function marksOf(
  { plan, days }: Trial,
  wire: WirePlan,
  texts: PlanningTexts,
  former: number | undefined,
): ChartMarks {
  const date = plan.dates?.permit
  const between = (former ?? 0) - goalOf(plan)
  const start = plan.view === 'project' ? texts.lines.start : texts.lines.permit
  return {
    start: date ? start(shortDay(date, { wire })) : '',
    former: former === undefined ? '' : texts.lines.former(shortDay(days.dateAt(former), { wire })),
    strip: between >= 0 ? texts.lines.ahead(String(between)) : texts.lines.behind(String(-between)),
    isSooner: between >= 0,
  }
}

function targetsOf({ plan }: Trial) {
  const ordered = inOrder(plan)
  return {
    critical: ordered.filter(({ critical }) => critical).map(({ id }) => id),
    own: ordered.filter((step) => isOwn(step) && step.actual?.status !== 'done').map(({ id }) => id),
  }
}

function spokenStep(step: PlannedStep | undefined, words: Parameters<typeof lateSentence>[1]): string {
  if (step === undefined) return ''
  const { texts } = words
  const day = doneBy(step)
  const parts = [
    nameOf(step),
    whoOf(step, words),
    daysText(step, texts),
    day === undefined ? '' : texts.before(shortDay(day, words)),
    lateSentence(step, words),
  ]
  return parts.filter(Boolean).join('，')
}

/** Ctrl and the wheel go closer and farther, as in a map. */
function useWheelZoom(scroller: ReturnType<typeof useWidth>[0], onZoom: (closer: boolean) => void): void {
  useEffect(() => {
    const element = scroller.current
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      onZoom(event.deltaY < 0)
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  })
}
