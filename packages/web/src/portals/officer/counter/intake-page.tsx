/**
 * One case at the counter: the papers on the left with what is missing, the paper one looks at on the right.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useNews } from '../../../api/use-news.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { CaseLight } from '../case-parts/case-light.tsx'
import { type AttachedEvidence, EvidenceViewer } from '../case-parts/evidence-viewer.tsx'
import { PaperLight } from '../case-parts/paper-light.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { Framed, StaffDetailPage } from '../staff-page.tsx'
import { CaptureButton } from './capture-button.tsx'
import { type CaseAtCounter, hasEnded, type IntakeDraft, printLatest } from './case-at-counter.ts'
import { CorrectionRunning } from './correction-running.tsx'
import { DeclineForm } from './decline-form.tsx'
import { DraftBar } from './draft-bar.tsx'
import { NoticeComposer } from './notice-composer.tsx'
import { useCounterDraft } from './use-counter-draft.ts'
import { useFunctionKeys } from './use-function-keys.ts'
import { Visit } from './visit/visit.tsx'

const untouched: IntakeDraft = { gaps: {}, follow: [] }

export function IntakePage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/cases/:id', { params: { id } })
  if (reading.state !== 'ready')
    return (
      <Framed>
        <Awaited reading={reading}>{() => null}</Awaited>
      </Framed>
    )
  return <Intake subject={reading.value} again={reading.again} />
}

interface IntakeProps {
  readonly subject: CaseAtCounter
  readonly again: () => void
}

function Intake({ subject, again }: IntakeProps) {
  const evidence = useApi('GET /api/cases/:id/evidence', { params: { id: subject.id } })
  const attached = evidence.state === 'ready' ? evidence.value.evidence : []
  const [chosen, choose] = useState<AttachedEvidence>()
  const [refusal, setRefusal] = useState<ProblemDocument>()
  const draft = useCounterDraft<IntakeDraft>(subject.id, untouched)
  useNews(['counters.line-changed'], draft.followHandOver)
  const [isFresh, setFresh] = useState(false)
  const [, navigate] = useLocation()
  const readEvidence = () => evidence.again()
  const shown = chosen ?? attached[0]
  return (
    <StaffDetailPage
      title={`${subject.service.name['zh-CN'] ?? subject.service.id} ${subject.number}`}
      back={{ href: '/work/counter', label: texts.back }}
      facts={factsOf(subject)}
      left={
        <>
          <section className="staff-panel">
            <h2>{texts.checklist}</h2>
            <ProblemNotice problem={refusal} />
            <Checklist
              subject={subject}
              attached={attached}
              follow={draft.value?.follow ?? []}
              onFollow={(follow) => draft.change({ follow })}
              onShow={choose}
              onCaptured={readEvidence}
              onRefused={setRefusal}
            />
          </section>
          <DraftBar subject={subject.id} draft={draft} onHanded={() => navigate('/work/counter')} />
          <NextStep
            key={subject.version}
            subject={subject}
            again={again}
            draft={draft}
            isFresh={isFresh}
            onTold={() => setFresh(true)}
          />
          <Visit subject={subject} attached={attached} onCaptured={readEvidence} again={again} />
        </>
      }
      right={
        <section className="staff-panel">
          <EvidenceViewer key={shown?.document} shown={shown} />
        </section>
      }
    />
  )
}

function factsOf({ applicant, situation, receivedOn, deadlines: [next] }: CaseAtCounter) {
  const received = receivedOn === null ? '' : dayText(receivedOn)
  const facts = [
    { label: texts.applicant, value: applicant },
    { label: texts.situation, value: caseWords.situations[situation] },
    { label: texts.received, value: received },
  ]
  if (next === undefined) return facts
  const light = <CaseLight light={next.light} remaining={next.remaining} />
  return [...facts, { label: caseWords.deadlines[next.kind] ?? texts.limit, value: light }]
}

interface ChecklistProps {
  readonly subject: CaseAtCounter
  readonly attached: readonly AttachedEvidence[]
  readonly follow: readonly string[]
  readonly onFollow: (follow: readonly string[]) => void
  readonly onShow: (evidence: AttachedEvidence) => void
  readonly onCaptured: () => void
  readonly onRefused: (problem: ProblemDocument) => void
}

function Checklist({ subject, attached, follow, onFollow, onShow, onCaptured, onRefused }: ChecklistProps) {
  const toggle = (id: string) =>
    onFollow(follow.includes(id) ? follow.filter((each) => each !== id) : [...follow, id])
  return (
    <ul className="paper-list">
      {subject.service.requirements.map((requirement) => {
        const { id, name, source, mayFollow, state } = requirement
        const paper = name['zh-CN'] ?? id
        const canFollow = mayFollow && state === 'missing' && subject.situation === 'received'
        return (
          <li key={id}>
            <span className="paper-name">{paper}</span>
            <PaperLight requirement={requirement} />
            {canFollow && (
              <Checkbox checked={follow.includes(id)} onChange={() => toggle(id)}>
                {texts.follow}
              </Checkbox>
            )}
            {attached
              .filter((each) => each.requirement === id)
              .map((each) => (
                <Button key={`${each.document}.${each.version}`} size="small" onClick={() => onShow(each)}>
                  {caseWords.viewPaper(each.title)}
                </Button>
              ))}
            {source === 'applicant' && !hasEnded(subject) && (
              <CaptureButton
                caseId={subject.id}
                requirement={id}
                paper={paper}
                onCaptured={onCaptured}
                onRefused={onRefused}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

interface NextStepProps extends IntakeProps {
  readonly draft: ReturnType<typeof useCounterDraft<IntakeDraft>>
  /** whether the notice that runs was sent on this page */
  readonly isFresh: boolean
  readonly onTold: () => void
}

function NextStep(props: NextStepProps) {
  const { subject, again, isFresh } = props
  useFunctionKeys({
    F4: () => document.querySelector<HTMLButtonElement>('button.capture')?.click(),
    'Ctrl+P': () => void printLatest(subject.id),
  })
  if (subject.situation === 'received') return <Check {...props} />
  if (subject.situation === 'correcting')
    return <CorrectionRunning subject={subject} again={again} isFresh={isFresh} />
  const isAccepted = subject.acceptedFrom !== null
  return (
    <section className="staff-panel">
      <Alert type={isAccepted ? 'success' : 'info'} title={isAccepted ? texts.accepted : texts.done} />
      <div className="act-buttons">
        <Button type="primary" onClick={() => void printLatest(subject.id)}>
          {texts.printPaper}
        </Button>
      </div>
    </section>
  )
}

function Check({ subject, again, draft, onTold }: NextStepProps) {
  const [query, setQuery] = useSearchParams()
  const act = useCaseAct()
  const isTelling = query.has('notice')
  const tell = (wanted: boolean) => setQuery(wanted ? { notice: '1' } : {}, { replace: true })
  async function accept() {
    const body = { version: subject.version, follow: [...(draft.value?.follow ?? [])] }
    const done = await act.run(() =>
      call('POST /api/cases/:id/acceptance', { params: { id: subject.id }, body }),
    )
    if (done === undefined) return
    await draft.forget()
    again()
  }
  function sent() {
    onTold()
    again()
  }
  useFunctionKeys({ F8: () => void accept(), F9: () => tell(true) })
  if (isTelling)
    return <NoticeComposer subject={subject} draft={draft} onClose={() => tell(false)} onSent={sent} />
  return (
    <section className="staff-panel">
      <ProblemNotice problem={act.refusal} />
      {(draft.value?.follow ?? []).length > 0 && <p className="hint">{texts.followDue}</p>}
      <div className="act-buttons">
        <BusyButton type="primary" busy={act.busy} onClick={() => void accept()}>
          {texts.accept}
        </BusyButton>
        <Button onClick={() => tell(true)}>{texts.notice}</Button>
      </div>
      <DeclineForm subject={subject} again={again} />
    </section>
  )
}
