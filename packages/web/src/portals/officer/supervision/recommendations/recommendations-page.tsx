/**
 * Recommendations as supervision keeps them: drafted by one, issued by another, verified after the reply.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Choice } from '../../lights/node-acts.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { Folded, Pick } from '../fields.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import { RecommendationSheet, type RecommendationShown } from './recommendation-sheet.tsx'

const texts = supervisionTexts.recommendations
type Listed = CallOutput<'GET /api/supervision/recommendations'>

export function RecommendationsPage() {
  const reading = useApi('GET /api/supervision/recommendations')
  const { again } = reading
  useNews(['supervision.changed'], again)
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<SupervisionTabs />}>
      <Awaited reading={reading}>
        {({ recommendations, replyWithin, units }) => (
          <>
            <div className="staff-tools in-list">
              <span>
                {texts.within(replyWithin.naturalDays)}
                {replyWithin.mark === 'U' && (
                  <span className="unconfirmed-mark">{supervisionTexts.unconfirmed}</span>
                )}
              </span>
              <Folded label={texts.draft} hide={supervisionTexts.tasks.hide}>
                {(fold) => (
                  <DraftForm
                    units={units}
                    onDone={() => {
                      fold()
                      again()
                    }}
                  />
                )}
              </Folded>
            </div>
            <div className="supervision-sheets">
              {recommendations.length === 0 && <p className="light-empty">{texts.empty}</p>}
              {recommendations.map((one) => (
                <RecommendationSheet key={one.id} one={one}>
                  <Acts one={one} again={again} />
                </RecommendationSheet>
              ))}
            </div>
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

function DraftForm({ units, onDone }: { readonly units: Listed['units']; readonly onDone: () => void }) {
  const [kind, setKind] = useState<RecommendationShown['kind']>('supervision')
  const [draft, setDraft] = useState({ unit: '', problem: '', basis: '', advice: '' })
  const act = useCaseAct()
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  async function save() {
    const done = await act.run(() =>
      call('POST /api/supervision/recommendations', { body: { kind, ...draft } }),
    )
    if (done !== undefined) onDone()
  }
  return (
    <>
      <div className="supervision-columns">
        <Choice label={texts.kind} value={kind} options={texts.kinds} onChange={setKind} />
        <Pick
          label={texts.unit}
          none={supervisionTexts.tasks.choose}
          value={draft.unit}
          options={units}
          onChange={(unit) => change({ unit })}
        />
      </div>
      <WordsField
        id="problem"
        label={texts.problem}
        value={draft.problem}
        onChange={(problem) => change({ problem })}
      />
      <LineField id="basis" label={texts.basis} value={draft.basis} onChange={(basis) => change({ basis })} />
      <WordsField
        id="advice"
        label={texts.advice}
        value={draft.advice}
        onChange={(advice) => change({ advice })}
      />
      <Submit
        act={act}
        label={texts.save}
        disabled={Object.values(draft).some((value) => value.trim().length < 2)}
        onSubmit={() => void save()}
      />
    </>
  )
}

interface ActsProps {
  readonly one: RecommendationShown
  readonly again: () => void
}

function Acts({ one, again }: ActsProps) {
  if (one.state === 'drafted')
    return one.mayIssue ? (
      <Issue one={one} again={again} />
    ) : (
      <p className="supervision-hint">{texts.otherIssues}</p>
    )
  return one.state === 'replied' ? <Verify one={one} again={again} /> : null
}

function Issue({ one: { id }, again }: ActsProps) {
  const [replyBy, setReplyBy] = useState('')
  const act = useCaseAct()
  async function issue() {
    const body = replyBy === '' ? {} : { replyBy }
    const done = await act.run(() =>
      call('POST /api/supervision/recommendations/:id/issue', { params: { id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField
        id={`reply-by-${id}`}
        type="date"
        label={texts.issueDay}
        value={replyBy}
        onChange={setReplyBy}
      />
      <Submit act={act} label={texts.issue} onSubmit={() => void issue()} />
    </>
  )
}

function Verify({ one: { id }, again }: ActsProps) {
  const [finding, setFinding] = useState('')
  const act = useCaseAct()
  const isShort = finding.trim().length < 2
  async function verify(passed: boolean) {
    const done = await act.run(() =>
      call('POST /api/supervision/recommendations/:id/verification', {
        params: { id },
        body: { passed, finding },
      }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField id={`finding-${id}`} label={texts.finding} value={finding} onChange={setFinding} />
      <Submit act={act} label={texts.verify} disabled={isShort} onSubmit={() => void verify(true)}>
        <Button disabled={act.busy || isShort} onClick={() => void verify(false)}>
          {texts.anew}
        </Button>
      </Submit>
    </>
  )
}
