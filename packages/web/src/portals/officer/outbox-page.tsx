/**
 * What a demonstration kept instead of sending: every SMS and every e-mail, the newest first.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

type Message = CallOutput<'GET /api/operator/messages'>['messages'][number]

const texts = staffTexts.outbox
const pageSize = 50

export function OutboxPage() {
  const reading = useApi('GET /api/operator/messages')
  return (
    <StaffShell>
      <Title>{texts.title}</Title>
      <p className="lead">{texts.explain}</p>
      <Awaited reading={reading}>{({ messages }) => <Messages newest={messages} />}</Awaited>
    </StaffShell>
  )
}

function Messages({ newest }: { readonly newest: readonly Message[] }) {
  const [older, setOlder] = useState<readonly Message[]>([])
  const [channel, setChannel] = useState<'all' | 'sms' | 'mail'>('all')
  const [isAll, setAll] = useState(newest.length < pageSize)
  const messages = [...newest, ...older]
  if (messages.length === 0) return <p className="sheet">{texts.empty}</p>
  const shown = messages.filter((message) => channel === 'all' || message.channel === channel)
  const options = [
    { value: 'all', label: texts.all },
    { value: 'sms', label: texts.channels.sms },
    { value: 'mail', label: texts.channels.mail },
  ] as const
  async function readMore() {
    const before = messages.at(-1)?.sentAt
    const answer = await call('GET /api/operator/messages', { query: { before } })
    if (!answer.ok) return
    setOlder([...older, ...answer.value.messages])
    setAll(answer.value.messages.length < pageSize)
  }
  return (
    <section className="sheet">
      <SegmentedChoice
        id="channel"
        label={texts.filter}
        options={options}
        value={channel}
        onChange={setChannel}
      />
      <ul className="rows">
        {shown.map((message) => (
          <li key={message.id}>
            <span>
              <small className="hint">
                {texts.channels[message.channel]} · {texts.to} {message.recipient} ·{' '}
                {momentText(message.sentAt)}
              </small>
              {message.subject !== '' && <b>{message.subject}</b>}
              <span className="message-text">{message.text}</span>
            </span>
          </li>
        ))}
      </ul>
      {!isAll && (
        <button className="button quiet" type="button" onClick={() => void readMore()}>
          {texts.more}
        </button>
      )}
    </section>
  )
}
