/**
 * Saying something: one short form, the way to follow what was said, and how well the register works.
 */

import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { type CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useLink } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { FollowForm } from './follow-form.tsx'
import { useVoiceTexts } from './use-voice-texts.ts'
import { VoiceFigures } from './voice-figures.tsx'
import { VoiceForm } from './voice-form.tsx'
import { WriteMail } from './write-mail.tsx'

type Choices = CallOutput<'GET /api/voice/choices'>
type Filed = CallOutput<'POST /api/voice/issues'>

export function VoicePage() {
  const texts = useVoiceTexts()
  const link = useLink()
  const reading = useApi('GET /api/voice/choices')
  const [filed, setFiled] = useState<Filed>()
  const [search] = useSearchParams()
  const from = search.get('from')
  const mailbox = reading.state === 'ready' ? reading.value.mailbox : null
  return (
    <Shell wide>
      <div className="voice">
        <section className="voice-say">
          {filed === undefined ? (
            <>
              <Title>{texts.title}</Title>
              <p className="lead">{texts.lead}</p>
              <Awaited reading={reading}>
                {(choices) => (
                  <VoiceForm choices={choices} source={publicSource(choices, from)} onFiled={setFiled} />
                )}
              </Awaited>
            </>
          ) : (
            <FiledNotice filed={filed} onAnother={() => setFiled(undefined)} />
          )}
        </section>
        <aside className="voice-side">
          <section>
            <h2>{texts.follow.title}</h2>
            <FollowForm />
          </section>
          {mailbox !== null && <WriteMail address={mailbox} />}
          <section>
            <h2>{texts.answers.title}</h2>
            <p>{texts.answers.lead}</p>
            <Link className="button quiet" href={link('/voice/answers')}>
              {texts.answers.title}
            </Link>
            <p>
              <Link href={link('/open-days')}>{texts.answers.openDays}</Link>
            </p>
          </section>
          <VoiceFigures />
        </aside>
      </div>
    </Shell>
  )
}

function FiledNotice({ filed, onAnother }: { readonly filed: Filed; readonly onAnother: () => void }) {
  const { filed: texts } = useVoiceTexts()
  const { day } = useMoments()
  const link = useLink()
  return (
    <>
      <Title>{texts.title}</Title>
      <TitleBlock
        cells={[
          { label: texts.number, value: <span className="code">{filed.number}</span> },
          {
            label: texts.due,
            value: filed.replyDue === null ? texts.dueLater : texts.dueOn(day(filed.replyDue)),
          },
        ]}
      />
      <p>{texts.keep}</p>
      <div className="actions">
        <Link className="button" href={link(`/voice/${filed.number}`)}>
          {texts.follow}
        </Link>
        <button className="button quiet" type="button" onClick={onAnother}>
          {texts.another}
        </button>
      </div>
    </>
  )
}

/** The channel that a printed code names, where the public may use it. */
function publicSource({ sources }: Choices, from: string | null): string | undefined {
  return sources.find(({ id, intake }) => id === from && intake.includes('public'))?.id
}
