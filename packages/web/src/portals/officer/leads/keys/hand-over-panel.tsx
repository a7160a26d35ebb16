/**
 * Hand-overs of leads: to begin one, and those there were, for somebody else to confirm.
 */

import { Button } from 'antd'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import type { OwnKey } from '../key-ring.ts'
import { HandOverForm } from './hand-over-form.tsx'

const texts = leadsTexts.handOver

type HandOvers = CallOutput<'GET /api/leads/hand-overs'>

export function HandOverPanel({ keys }: { readonly keys: readonly OwnKey[] }) {
  const reading = useApi('GET /api/leads/hand-overs')
  const { again } = reading
  return (
    <section className="staff-panel">
      <h2>{texts.title}</h2>
      <p className="lead-hint">{texts.lead}</p>
      <Awaited reading={reading}>
        {({ handOvers, successors }) => (
          <>
            {keys.length > 0 && <HandOverForm keys={keys} successors={successors} again={again} />}
            <h3>{texts.list}</h3>
            {handOvers.length === 0 && <p>{texts.none}</p>}
            <ul className="lead-lines">
              {handOvers.map((one) => (
                <HandOver key={one.id} handOver={one} again={again} />
              ))}
            </ul>
          </>
        )}
      </Awaited>
    </section>
  )
}

interface HandOverProps {
  readonly handOver: HandOvers['handOvers'][number]
  readonly again: () => void
}

function HandOver({ handOver: one, again }: HandOverProps) {
  const { id, from, to, leads, leftOut, leftOutReason, proposedOn, confirmedOn, confirmedBy, mayConfirm } =
    one
  const act = useCaseAct()
  async function confirm(retires: 'keep' | 'retire') {
    const done = await act.run(() =>
      call('POST /api/leads/hand-overs/:id/confirmation', { params: { id }, body: { retires } }),
    )
    if (done !== undefined) again()
  }
  return (
    <li>
      <b>{texts.line(from, to, leads)}</b>
      <p className="lead-hint">
        {confirmedOn === null || confirmedBy === null
          ? texts.proposed(dayText(proposedOn))
          : texts.confirmed(dayText(confirmedOn), confirmedBy)}
      </p>
      {leftOutReason !== null && <p>{texts.leftOutLine(leftOut, leftOutReason)}</p>}
      {mayConfirm === 'own' && <p>{texts.own}</p>}
      {mayConfirm === 'yes' && (
        <div className="act-buttons">
          <BusyButton type="primary" busy={act.busy} onClick={() => void confirm('keep')}>
            {texts.keep}
          </BusyButton>
          <Button disabled={act.busy} onClick={() => void confirm('retire')}>
            {texts.retire}
          </Button>
        </div>
      )}
      <ProblemNotice problem={act.refusal} />
    </li>
  )
}
