/**
 * One case on a registrar's desk: the answers, the sixteen checks, the decision, and what may come after it.
 */

import { useState } from 'react'
import type { CallOutput } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { AnswerList } from '../../features/registration/index.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { Light } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { Afterwards } from './afterwards/afterwards.tsx'
import { RegisterMemory } from './afterwards/register-memory.tsx'
import { ClaimPanel } from './claim-panel.tsx'
import { type Check, CheckTable } from './review/check-table.tsx'
import { DecisionForm } from './review/decision-form.tsx'
import { type DeskFile, PaperDesk } from './review/paper-desk.tsx'
import { StaffShell } from './staff-shell.tsx'
import { stageText } from './stage-text.ts'

type Review = CallOutput<'GET /api/registration/queue/:id'>

const texts = staffTexts.review

export function ReviewPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/registration/queue/:id', { params: { id } })
  const { again } = reading
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

function Desk({ review, again }: DeskProps) {
  const { application, checks, correction, endedCorrection, referral } = review
  const { id, number, stage } = application
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(review.opened))
  const files = filesOf(review)
  const unread = files.filter(({ digest }) => !opened.has(digest)).length
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
          {stage === 'with-officer' ? (
            <ChecksNow checks={checks} referral={referral} />
          ) : (
            <ChecksThen id={id} />
          )}
        </section>
      </div>
      {files.length > 0 && (
        <PaperDesk
          id={id}
          files={files}
          isDecided={stage !== 'with-officer'}
          opened={opened}
          onOpened={(digest) => setOpened((known) => new Set([...known, digest]))}
        />
      )}
      {stage === 'with-officer' ? (
        <DecisionForm id={id} checks={checks} unread={unread} />
      ) : (
        <Afterwards application={application} correction={correction} ended={endedCorrection} again={again} />
      )}
      {application.licence !== null && (
        <RegisterMemory key={application.licence.number} code={application.licence.unifiedCode} />
      )}
    </>
  )
}

/** What was handed in, and what was brought to prove a correction that waits. */
function filesOf({ application, correction }: Review): readonly DeskFile[] {
  const proofs =
    correction?.wish.field === 'own-premises'
      ? [{ ...correction.wish.proof, paper: staffTexts.afterwards.fields['own-premises'] }]
      : []
  return [
    ...application.papers.flatMap(({ name: paper, files }) => files.map((file) => ({ ...file, paper }))),
    ...proofs,
  ]
}

interface ChecksNowProps {
  readonly checks: readonly Check[]
  readonly referral: Review['referral']
}

/** The checks as they come out now; where one came out otherwise at the referral, it says so. */
function ChecksNow({ checks, referral }: ChecksNowProps) {
  return (
    <>
      <p className="hint">
        {texts.checksNow}
        {referral !== null && ` · ${texts.referredAt(momentText(referral.decidedAt))}`}
      </p>
      <CheckTable checks={checks} before={referral?.checks ?? []} />
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
