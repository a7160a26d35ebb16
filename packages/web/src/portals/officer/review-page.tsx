/**
 * One case on a registrar's desk: the answers, the sixteen checks, the decision, and what may come after it.
 */

import type { CallOutput } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { AnswerList } from '../../features/registration/index.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { Light } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { Afterwards } from './afterwards-form.tsx'
import { type Check, CheckTable } from './check-table.tsx'
import { ClaimPanel } from './claim-panel.tsx'
import { DecisionForm } from './decision-form.tsx'
import { StaffShell } from './staff-shell.tsx'
import { stageText } from './stage-text.ts'

type Review = CallOutput<'GET /api/registration/queue/:id'>

const texts = staffTexts.review

export function ReviewPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/registration/queue/:id', { params: { id } })
  const again = reading.state === 'loading' ? () => undefined : reading.again
  return (
    <StaffShell>
      <Awaited reading={reading}>{(review) => <Desk review={review} again={again} />}</Awaited>
    </StaffShell>
  )
}

interface DeskProps {
  readonly review: Review
  readonly again: () => void
}

function Desk({ review: { application, checks, correction, referral }, again }: DeskProps) {
  const { id, number, stage } = application
  return (
    <>
      <Title>{`${texts.title} ${number}`}</Title>
      <p>
        <Light colour={stage === 'with-officer' ? 'amber' : 'plain'}>{stageText(stage)}</Light>
      </p>
      {stage === 'with-officer' && <ClaimPanel application={application} again={again} />}
      <div className="split">
        <section className="sheet">
          <h2>{texts.answers}</h2>
          <AnswerList application={application} editable={false} />
        </section>
        <section className="sheet">
          <h2>{texts.checks}</h2>
          {stage === 'with-officer' ? <ChecksNow checks={checks} /> : <ChecksThen id={id} />}
          {stage === 'with-officer' && referral !== null && (
            <details>
              <summary>
                {texts.referral} {momentText(referral.decidedAt)}
              </summary>
              <CheckTable checks={referral.checks} />
            </details>
          )}
        </section>
      </div>
      {stage === 'with-officer' ? (
        <DecisionForm id={id} checks={checks} />
      ) : (
        <Afterwards application={application} correction={correction} again={again} />
      )}
    </>
  )
}

function ChecksNow({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <>
      <p className="hint">{texts.checksNow}</p>
      <CheckTable checks={checks} />
    </>
  )
}

/** The trace of the decision, and whether the rules of that time come to the same again. */
function ChecksThen({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/registration/applications/:id/trace', { params: { id } })
  return (
    <Awaited reading={reading}>
      {({ checks, decidedAt, ruleVersion, replaySame }) => (
        <>
          <p className="hint">
            {texts.checksThen} {momentText(decidedAt)} · {ruleVersion}
          </p>
          <p>
            <Light colour={replaySame === false ? 'red' : replaySame ? 'green' : 'paused'}>
              {replaySame === null
                ? texts.replayUnknown
                : replaySame
                  ? texts.replaySame
                  : texts.replayDiffers}
            </Light>
          </p>
          <CheckTable checks={checks} />
        </>
      )}
    </Awaited>
  )
}
