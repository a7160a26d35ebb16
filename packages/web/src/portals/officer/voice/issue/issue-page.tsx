/**
 * One issue on the desk: what was said, what happened, who owes what until when, and what can be done now.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { LoopStrip } from '../../../../features/feedback/index.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { voiceZhCN } from '../../../../texts/voice-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffDetailPage } from '../../staff-page.tsx'
import { ActPanel } from '../acts/act-panel.tsx'
import { IssueLight } from '../issue-light.tsx'
import { AlikeList } from './alike-list.tsx'
import { AnswerPanel } from './answer-panel.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { IssueTimeline } from './issue-timeline.tsx'
import { SaidPanel } from './said-panel.tsx'

const texts = voiceDeskTexts.issue
const titleCharacters = 28

export function IssuePage({ id }: { readonly id: string }) {
  const choices = useApi('GET /api/voice/choices')
  const reading = useApi('GET /api/voice/issues/:id', { params: { id } })
  const { again } = reading
  return (
    <Awaited reading={choices}>
      {(known) => (
        <Awaited reading={reading}>{(issue) => <Desk issue={issue} choices={known} again={again} />}</Awaited>
      )}
    </Awaited>
  )
}

interface DeskProps {
  readonly issue: CallOutput<'GET /api/voice/issues/:id'>
  readonly choices: CallOutput<'GET /api/voice/choices'>
  readonly again: () => void
}

function Desk({ issue, choices, again }: DeskProps) {
  const [first] = issue.clocks
  const words =
    issue.words.length > titleCharacters ? `${issue.words.slice(0, titleCharacters)}…` : issue.words
  return (
    <StaffDetailPage
      title={words}
      back={{ href: '/work/voice', label: texts.back }}
      state={
        <>
          <span className="situation">{`${issue.number} · ${voiceDeskTexts.situations[issue.situation]}`}</span>
          {first !== undefined && <IssueLight light={first.light} left={first.left} />}
        </>
      }
      facts={factsOf(issue, choices)}
      left={
        <>
          <SaidPanel issue={issue} />
          <section className="staff-panel">
            <h2>{texts.steps}</h2>
            <LoopStrip steps={issue.steps} words={voiceZhCN.steps} notYet={voiceZhCN.notYet} />
          </section>
          <IssueTimeline issue={issue} />
        </>
      }
      right={
        <>
          <ActPanel issue={issue} choices={choices} again={again} />
          <ClockPanel clocks={issue.clocks} />
          <AnswerPanel issue={issue} />
          {issue.acts.includes('merge') && <AlikeList issue={issue} again={again} />}
        </>
      }
    />
  )
}

function factsOf(issue: DeskProps['issue'], choices: DeskProps['choices']) {
  const nameIn = (list: readonly Named[], id: string) =>
    list.find((each) => each.id === id)?.name['zh-CN'] ?? id
  const assisting = issue.assisting.map(({ name }) => name['zh-CN'])
  return [
    {
      label: texts.source,
      value: <Noted note={issue.externalNumber}>{nameIn(choices.sources, issue.source)}</Noted>,
    },
    {
      label: texts.topic,
      value: <Noted note={voiceZhCN.kinds[issue.kind]}>{nameIn(choices.topics, issue.topic)}</Noted>,
    },
    {
      label: texts.asker,
      value: (
        <Noted note={issue.asker.phone ?? issue.asker.mail ?? texts.noPhone}>
          {issue.asker.name ?? texts.anonymous}
        </Noted>
      ),
    },
    {
      label: texts.lead,
      value: <Noted note={noteOf(issue)}>{issue.lead?.name['zh-CN'] ?? texts.none}</Noted>,
    },
    { label: texts.assisting, value: assisting.length === 0 ? texts.none : assisting.join('、') },
  ]
}

interface Named {
  readonly id: string
  readonly name: { readonly 'zh-CN': string }
}

/** What is special about how it is handled. */
function noteOf({ isDesignated, isComplex, isEscalated }: DeskProps['issue']): string | null {
  const notes = [
    isDesignated ? texts.designated : undefined,
    isComplex ? texts.complex : undefined,
    isEscalated ? texts.escalated : undefined,
  ].filter((note) => note !== undefined)
  return notes.length === 0 ? null : notes.join('；')
}

function Noted({ children, note }: { readonly children: string; readonly note: string | null }) {
  return (
    <>
      {children}
      {note !== null && <small>{note}</small>}
    </>
  )
}
