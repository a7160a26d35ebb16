/**
 * The decision: what was decided, why, on which article, and what may be done against it.
 */

import type { CallOutput } from '../../../../api/call.ts'
import type { Reading } from '../../../../api/use-api.ts'
import type { Case } from '../../../../features/cases/index.ts'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { useMoments } from '../../../../ui/use-moments.ts'

interface DecisionPanelProps {
  readonly file: Case
  readonly decision: NonNullable<Case['decision']>
  readonly timeline: Reading<CallOutput<'GET /api/cases/:id/timeline'>>
}

export function DecisionPanel({ file, decision, timeline }: DecisionPanelProps) {
  const { decision: texts } = casesZhCN
  const { day } = useMoments()
  const events = timeline.state === 'ready' ? timeline.value.events : []
  const issued = events.find(({ type }) => type === 'decision-issued')
  const { outcome, on, reasons, basis, remedies, deliveredOn } = decision
  return (
    <section className={`decision ${outcome}`} aria-labelledby="decision-title">
      <h2 id="decision-title">
        {texts[outcome]} <small>{texts.on(day(on))}</small>
      </h2>
      <dl>
        <dt>{texts.reasons}</dt>
        <dd>{reasons}</dd>
        <dt>{texts.basis}</dt>
        <dd>{basis}</dd>
        {remedies !== null && (
          <>
            <dt>{texts.remedies}</dt>
            <dd>{remedies}</dd>
          </>
        )}
      </dl>
      <p className="row-actions">
        {issued !== undefined && issued.paper !== null && (
          <a className="button" href={`/api/cases/${file.id}/papers/${issued.version}`}>
            {texts.paper}
          </a>
        )}
        <span>{deliveredOn === null ? texts.notDelivered : texts.delivered(day(deliveredOn))}</span>
      </p>
    </section>
  )
}
