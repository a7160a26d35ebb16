/**
 * The title block of the sheet: start, days, days saved, critical path with what comes next.
 */

import type { TitleCell } from '../../../ui/title-block.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { nameOf } from '../chart/chart-layout.ts'
import { nextStep } from '../plan/next-step.ts'
import { doneBy, isPermitted, type PlanWords, shortDay, whoOf } from '../plan/plan-words.ts'
import { goalOf, type Trial } from '../plan/trial.ts'

interface PlanTitleProps {
  readonly trial: Trial
  readonly words: PlanWords
}

export function PlanTitle({ trial, words }: PlanTitleProps) {
  const { texts, plan } = words
  const { cells } = texts
  return (
    <TitleBlock
      className="plan-title"
      cells={[
        startCell(trial, words),
        {
          label: totalLabel(words),
          value: <Figure n={goalOf(plan)} text={texts.days} />,
          note: cells.serial(String(plan.serialSum)),
        },
        savedCell(words),
        {
          label: cells.critical,
          value: <Figure n={plan.criticalPath.length} text={texts.steps} />,
          note: nextText(words),
        },
      ]}
    />
  )
}

function totalLabel({ texts: { cells }, plan }: PlanWords): string {
  if (plan.permit === null) return cells.totalEnd
  return plan.view === 'project' ? cells.total : cells.totalPermit
}

/** A number set large, its unit small, in the order of the language. */
function Figure({ n, text }: { readonly n: number; readonly text: (n: string) => string }) {
  const [before = '', after = ''] = text(String(n)).split(String(n))
  return (
    <span className="figure">
      {before}
      <b key={n}>{n}</b>
      {after}
    </span>
  )
}

function startLabel({ texts: { cells }, plan }: PlanWords): string {
  if (plan.permit === null) return cells.end
  if (isPermitted(plan)) return cells.permitted
  return plan.view === 'project' ? cells.start : cells.permitOnly
}

function startCell({ days }: Trial, words: PlanWords): TitleCell {
  const { texts, plan, wire } = words
  const { cells } = texts
  const { dates, saved } = plan
  const day = dates?.permit ?? dates?.end ?? ''
  const label = startLabel(words)
  if (saved.workingDays <= 0) return { label, value: <b key={day}>{day}</b> }
  const former = days.dateAt(goalOf(plan) + saved.workingDays)
  return {
    label,
    value: <b key={day}>{day}</b>,
    note: <s>{cells.former(shortDay(former, { wire }))}</s>,
  }
}

function savedCell({ texts, plan }: PlanWords): TitleCell {
  const { cells } = texts
  const { workingDays, naturalDays } = plan.saved
  if (isPermitted(plan)) return { label: cells.ahead, value: cells.there, note: cells.seeSaved }
  return {
    label: cells.ahead,
    value: (
      <span className={workingDays > 0 ? 'gain' : undefined}>
        <Figure n={workingDays} text={texts.days} />
      </span>
    ),
    note: plan.signed.length === 0 ? cells.nothingSigned : cells.natural(String(naturalDays ?? 0)),
  }
}

/** What comes next, who does it and by when. */
export function nextText(words: PlanWords): string {
  const { texts, plan } = words
  const step = nextStep(plan)
  if (step === undefined) return texts.cells.allDone
  const day = doneBy(step)
  const by = day === undefined ? '' : texts.before(shortDay(day, words))
  return texts.cells.next(nameOf(step), whoOf(step, words), by)
}
