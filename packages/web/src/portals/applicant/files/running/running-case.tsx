/**
 * A case that was handed in: how it stands and until when, what the reader has to do, the decision, and how it came to it.
 */

import { Link, useSearch } from 'wouter'
import { useApi } from '../../../../api/use-api.ts'
import {
  type Case,
  CaseClocks,
  CaseHistory,
  colourOf,
  remainingText,
  turnText,
  untilText,
  useWord,
} from '../../../../features/cases/index.ts'
import { useLink, useTexts } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { TitleBlock } from '../../../../ui/title-block.tsx'
import { useMoments } from '../../../../ui/use-moments.ts'
import { CorrectionPanel } from './correction-panel.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { DutyList } from './duty-list.tsx'
import { HandedIn } from './handed-in.tsx'
import { RatingPanel } from './rating-panel.tsx'
import { Review } from './review.tsx'
import type { RunningProps } from './running-props.ts'
import { WithdrawPanel } from './withdraw-panel.tsx'

const running = ['received', 'correcting', 'accepted', 'in-review'] as const
const ended = ['granted', 'granted-on-promise', 'refused', 'declined', 'withdrawn', 'revoked'] as const

export function RunningCase(props: RunningProps) {
  const { file } = props
  const word = useWord()
  const isSent = new URLSearchParams(useSearch()).get('sent') === 'yes'
  const { clocks, history } = casesZhCN
  const timeline = useApi('GET /api/cases/:id/timeline', { params: { id: file.id } })
  const isRunning = (running as readonly string[]).includes(file.situation)
  return (
    <>
      <Title>{word(file.service.name)}</Title>
      {isSent && file.situation === 'received' && (
        <p className="notice good" role="status">
          {casesZhCN.sent}
        </p>
      )}
      <Standing file={file} />
      {file.correction !== null && file.own && <CorrectionPanel {...props} correction={file.correction} />}
      {file.decision !== null && <DecisionPanel file={file} decision={file.decision} timeline={timeline} />}
      <Ending file={file} />
      <DutyList {...props} />
      {file.own && (ended as readonly string[]).includes(file.situation) && <RatingPanel id={file.id} />}
      <Review file={file} />
      <HandedIn {...props} />
      <h2>{clocks.title}</h2>
      <CaseClocks file={file} />
      <h2>{history.title}</h2>
      <Awaited reading={timeline}>{({ events }) => <CaseHistory file={file} events={events} />}</Awaited>
      {file.own && isRunning && <WithdrawPanel {...props} />}
    </>
  )
}

function Standing({ file }: { readonly file: Case }) {
  const { head: texts, situations } = casesZhCN
  const word = useWord()
  const { join } = useTexts()
  const { day } = useMoments()
  const next = nextDeadline(file)
  const names = file.court.authorities.map((id) => word(file.authorityNames[id] ?? {}))
  const turn = turnText(file.court.who, join.list(names))
  const light = colourOf(file.situation, next?.light ?? 'off')
  const open = [
    { label: texts.turn, value: turn },
    {
      label: texts.until,
      value: next === undefined ? '—' : untilText(next.kind, next.due === null ? null : day(next.due)),
      ...(next !== undefined && next.due !== null && { note: remainingText(next.remaining) }),
    },
  ]
  const { decision, clocks } = file
  const settled = [
    { label: texts.decided, value: decision === null ? '—' : day(decision.on) },
    {
      label: texts.took,
      value: clocks.wholeProcess === null ? '—' : texts.tookValue(String(clocks.wholeProcess.workingDays)),
    },
  ]
  return (
    <TitleBlock
      className="case-block"
      cells={[
        { label: texts.state, value: <Light colour={light}>{situations[file.situation]}</Light> },
        ...(turn === '' ? settled : open),
        { label: texts.number, value: <span className="code">{file.number}</span> },
      ]}
    />
  )
}

/** What comes next: the answer that the applicant is asked for, whatever runs for the office meanwhile. */
function nextDeadline({ deadlines }: Case) {
  return deadlines.find(({ kind }) => kind === 'correction') ?? deadlines[0]
}

/** How it ended where no decision says so. */
function Ending({ file }: { readonly file: Case }) {
  const { ended: texts } = casesZhCN
  const link = useLink()
  const { situation } = file
  if (situation !== 'withdrawn' && situation !== 'declined' && situation !== 'revoked') return null
  return (
    <div className="notice">
      <p>{texts[situation]}</p>
      <Link href={link(`/my/files/new?service=${file.service.id}`)}>{texts.again}</Link>
    </div>
  )
}
