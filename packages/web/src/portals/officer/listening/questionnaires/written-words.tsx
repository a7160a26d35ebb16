/**
 * What was written into the answers of a round, each apart from everything else; what has to be handled becomes an issue.
 */

import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { questionnaireDeskTexts as texts } from '../../../../texts/questionnaire-desk-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'

type Round = CallOutput<'GET /api/questionnaires/:id'>
type Text = Round['texts'][number]
type Kind = keyof typeof texts.kinds

const kinds = Object.keys(texts.kinds) as Kind[]

interface WrittenWordsProps {
  readonly round: Round
  readonly again: () => void
}

export function WrittenWords({ round, again }: WrittenWordsProps) {
  const [raising, setRaising] = useState<string>()
  return (
    <section className="staff-panel">
      <h2>{texts.texts}</h2>
      <p className="staff-lead">{texts.textsHint}</p>
      {round.texts.length === 0 && (
        <p>{round.state === 'running' ? texts.shownAfter(dayText(round.until)) : texts.noTexts}</p>
      )}
      <ul className="written-words">
        {round.texts.map((text) => (
          <li key={text.id}>
            <blockquote className="issue-said">{text.words}</blockquote>
            {text.issue !== null && <Link href={`/work/voice/${text.issue.id}`}>{text.issue.number}</Link>}
            {text.issue === null && raising !== text.id && (
              <Button size="small" onClick={() => setRaising(text.id)}>
                {texts.raise}
              </Button>
            )}
            {text.issue === null && raising === text.id && (
              <RaiseForm text={text} topics={round.topics} onDone={again} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RaiseFormProps extends Pick<Round, 'topics'> {
  readonly text: Text
  readonly onDone: () => void
}

function RaiseForm({ text: { id }, topics, onDone }: RaiseFormProps) {
  const [kind, setKind] = useState<Kind>('suggestion')
  const [topic, setTopic] = useState<string>()
  const act = useCaseAct()
  async function raise() {
    if (topic === undefined) return
    const sent = { params: { id }, body: { kind, topic } }
    const done = await act.run(() => call('POST /api/questionnaires/texts/:id/issue', sent))
    if (done !== undefined) onDone()
  }
  return (
    <>
      <div className="raise-line">
        <Select
          aria-label={texts.raiseKind}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <Select
          aria-label={texts.raiseTopic}
          placeholder={texts.raiseTopic}
          value={topic ?? null}
          onChange={setTopic}
          options={topics.map((each) => ({ value: each.id, label: each.name['zh-CN'] }))}
        />
      </div>
      <Submit act={act} label={texts.raise} disabled={topic === undefined} onSubmit={() => void raise()} />
    </>
  )
}
