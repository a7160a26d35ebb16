/**
 * The head of the sheet: whose plan, which version, who is the steward, which view.
 */

import { Link } from 'wouter'
import { useLink } from '../../../page.tsx'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import type { PlanTrial } from '../plan/use-plan-trial.ts'
import type { PlanSheet } from '../plan-sheet.ts'

interface SheetHeadProps {
  readonly sheet: PlanSheet
  readonly plan: PlanTrial
  /** where open questions are answered; absent where the reader may not */
  readonly answerAt: string | undefined
}

export function SheetHead({ sheet, plan, answerAt }: SheetHeadProps) {
  const { texts } = plan.words
  const { day } = useMoments()
  const link = useLink()
  const { wire, version, madeAt, project, keptAt } = sheet
  const facts = [
    project.number,
    texts.made(String(version), day(madeAt.slice(0, 10))),
    ...project.stewards.map(texts.steward),
  ]
  return (
    <div className="sheet-head">
      <div>
        <Title>{`${project.name} · ${texts.title}`}</Title>
        <p className="sheet-facts">
          {answerAt !== undefined && <Link href={link('/my/projects')}>{texts.back}</Link>}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {keptAt !== undefined && <span className="light amber">{texts.offline(keptAt)}</span>}
        </p>
      </div>
      <div className="view-choice no-print">
        <SegmentedChoice
          id="plan-view"
          label={texts.views.label}
          options={(['project', 'approval'] as const).map((value) => ({ value, label: texts.views[value] }))}
          value={plan.address.view}
          onChange={(view) => plan.change({ view, step: undefined })}
        />
        <small>{texts.viewHints[plan.address.view]}</small>
      </div>
      {(wire.unknown.length > 0 || wire.dates.assumedFrom !== null) && (
        <p className="sheet-notes">
          {wire.unknown.length > 0 && (
            <span>
              {texts.unknown(String(wire.unknown.length))}{' '}
              {answerAt !== undefined && <Link href={answerAt}>{texts.answer}</Link>}
            </span>
          )}
          {wire.dates.assumedFrom !== null && (
            <span>{texts.assumed(wire.dates.assumedFrom.slice(0, 4))}</span>
          )}
        </p>
      )}
    </div>
  )
}
