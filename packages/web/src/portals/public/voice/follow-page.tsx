/**
 * One issue as its asker sees it: where it stands, who has it until when, what happened, the answer and the last word.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { LoopStrip } from '../../../features/feedback/index.ts'
import { usePage } from '../../../page.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { LastWord } from './last-word.tsx'
import { useVoiceTexts } from './use-voice-texts.ts'

type Followed = CallOutput<'POST /api/voice/lookup'>

export function FollowPage({ number }: { readonly number: string }) {
  const texts = useVoiceTexts()
  const session = useApi('GET /api/session')
  const isSignedIn = session.state === 'ready' && session.value.signedIn
  const [tail, setTail] = useState<string>()
  const [issue, setIssue] = useState<Followed>()
  const [problem, setProblem] = useState<ProblemDocument>()
  const look = useCallback(
    async (phoneTail: string | undefined) => {
      const body = phoneTail === undefined ? { number } : { number, phoneTail }
      const answer = await call('POST /api/voice/lookup', { body })
      setProblem(answer.ok ? undefined : answer.problem)
      if (!answer.ok) return
      setIssue(answer.value)
      setTail(phoneTail)
    },
    [number],
  )
  return (
    <Shell back="/voice">
      {issue === undefined ? (
        <>
          <Title>{texts.follow.title}</Title>
          <p className="lead">
            {texts.follow.number} {number}
          </p>
          {isSignedIn && <LookSignedIn look={look} />}
          <ProblemNotice problem={problem} />
          <TailForm onFind={(given) => void look(given)} isSignedIn={isSignedIn} />
        </>
      ) : (
        <Issue issue={issue} phoneTail={tail} again={() => void look(tail)} />
      )}
    </Shell>
  )
}

/** Whoever is signed in needs no phone for what is theirs: the page looks once by itself. */
function LookSignedIn({ look }: { readonly look: (tail: undefined) => Promise<void> }) {
  useEffect(() => {
    void look(undefined)
  }, [look])
  return null
}

function TailForm({
  onFind,
  isSignedIn,
}: {
  readonly onFind: (tail: string) => void
  readonly isSignedIn: boolean
}) {
  const texts = useVoiceTexts()
  const [tail, setTail] = useState('')
  function find(event: FormEvent) {
    event.preventDefault()
    if (/^\d{4}$/.test(tail)) onFind(tail)
  }
  return (
    <form className="search-line" onSubmit={find}>
      <TextField
        id="tail"
        label={texts.follow.tail}
        {...(isSignedIn ? { hint: texts.follow.tailHint } : {})}
        short
        value={tail}
        onChange={setTail}
        input={{ inputMode: 'numeric', maxLength: 4, autoComplete: 'off' }}
      />
      <button className="button" type="submit">
        {texts.follow.find}
      </button>
    </form>
  )
}

interface IssueProps {
  readonly issue: Followed
  readonly phoneTail: string | undefined
  readonly again: () => void
}

function Issue({ issue, phoneTail, again }: IssueProps) {
  const texts = useVoiceTexts()
  const { language } = usePage()
  const { day } = useMoments()
  const [clock] = issue.clocks
  return (
    <>
      <Title>{texts.situations[issue.situation]}</Title>
      <TitleBlock
        className="issue-title"
        cells={[
          { label: texts.follow.number, value: <span className="issue-number">{issue.number}</span> },
          { label: texts.follow.topic, value: issue.topic[language], note: texts.kinds[issue.kind] },
          { label: texts.follow.lead2, value: issue.lead?.[language] ?? texts.follow.none },
          {
            label: texts.follow.due,
            value: clock === undefined ? texts.follow.noClock : day(clock.due),
            ...(clock === undefined ? {} : { note: leftText(clock.left, texts.follow) }),
          },
        ]}
      />
      <LoopStrip steps={issue.steps} words={texts.steps} notYet={texts.notYet} />
      {issue.joinedWith !== null && <p className="notice near">{texts.follow.joined(issue.joinedWith)}</p>}
      {issue.way !== null && (
        <div className="notice near">
          <p>
            <strong>{texts.follow.way}</strong>
          </p>
          <p>{issue.way[language]}</p>
        </div>
      )}
      <Reply issue={issue} />
      {issue.mayAnswer && <LastWord number={issue.number} phoneTail={phoneTail} onDone={again} />}
      <h2>{texts.follow.said}</h2>
      <blockquote className="said">{issue.words}</blockquote>
      <Happened issue={issue} />
    </>
  )
}

function leftText(left: number, texts: ReturnType<typeof useVoiceTexts>['follow']): string {
  if (left < 0) return texts.over(String(-left))
  return left === 0 ? texts.last : texts.left(String(left))
}

function Reply({ issue: { reply, lead } }: { readonly issue: Followed }) {
  const texts = useVoiceTexts()
  const { language } = usePage()
  const { day } = useMoments()
  if (reply === null) return null
  const { outcome, words, evidence, isSignedOff, on } = reply
  return (
    <section className="reply">
      <h2>
        {texts.follow.reply} <span className="tag">{texts.outcomes[outcome]}</span>
      </h2>
      <p>{words}</p>
      <p className="hint">
        {[
          lead?.[language],
          day(on),
          isSignedOff && texts.follow.signed,
          evidence.length > 0 && texts.follow.proof(String(evidence.length)),
        ]
          .filter((part) => typeof part === 'string')
          .join(' · ')}
      </p>
    </section>
  )
}

function Happened({ issue: { happenings } }: { readonly issue: Followed }) {
  const texts = useVoiceTexts()
  const { language } = usePage()
  const { moment } = useMoments()
  return (
    <>
      <h2>{texts.follow.happened}</h2>
      <ol className="timeline">
        {happenings.map(({ type, at, authority, words }) => (
          <li key={`${type} ${at}`}>
            <time dateTime={at}>{moment(at)}</time>
            {texts.happenings[type] ?? type}
            {authority !== null && ` ${authority.name[language]}`}
            {words !== null && type !== 'replied' && <p>{words}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
