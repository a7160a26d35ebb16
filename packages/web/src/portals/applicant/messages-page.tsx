/**
 * My messages: everything the house has told me, the newest first; and how I want to be told.
 */

import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { announceMessages, useOwnMessages } from '../../api/own-messages.ts'
import { useApi } from '../../api/use-api.ts'
import { usePage, useTexts } from '../../page.tsx'
import { Light } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { PreferenceForm } from './preference-form.tsx'

type NoticeList = CallOutput<'GET /api/notifications'>
type Notice = NoticeList['notices'][number]

export function MessagesPage() {
  const { messages: texts } = useTexts()
  const reading = useApi('GET /api/notifications', { query: { count: '20' } })
  const again = () => {
    reading.again()
  }
  useOwnMessages(again)
  return (
    <Shell>
      <Title>{texts.title}</Title>
      <Awaited reading={reading}>
        {(list) => (
          <>
            <Messages key={list.notices[0]?.id ?? ''} list={list} />
            <PreferenceForm />
          </>
        )}
      </Awaited>
    </Shell>
  )
}

function Messages({ list }: { readonly list: NoticeList }) {
  const { messages: texts } = useTexts()
  const [older, setOlder] = useState<readonly Notice[]>([])
  const [more, setMore] = useState(list.more)
  const notices = [...list.notices, ...older]
  if (notices.length === 0) return <p>{texts.none}</p>
  async function readMore() {
    const before = notices.at(-1)?.id
    const answer = await call('GET /api/notifications', { query: { count: '20', before } })
    if (!answer.ok) return
    setOlder([...older, ...answer.value.notices])
    setMore(answer.value.more)
  }
  async function markAll() {
    await call('POST /api/notifications/read')
    setOlder(older.map((notice) => ({ ...notice, readAt: notice.readAt ?? notice.at })))
    announceMessages()
  }
  return (
    <>
      <p role="status">{list.unread === 0 ? texts.allRead : texts.unread(list.unread)}</p>
      {list.unread > 0 && (
        <button className="button quiet" type="button" onClick={() => void markAll()}>
          {texts.markAll}
        </button>
      )}
      <ul className="messages">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Message notice={notice} />
          </li>
        ))}
      </ul>
      {more && (
        <button className="button quiet" type="button" onClick={() => void readMore()}>
          {texts.more}
        </button>
      )}
    </>
  )
}

function Message({ notice }: { readonly notice: Notice }) {
  const { messages: texts } = useTexts()
  const { language } = usePage()
  const isUnread = notice.readAt === null
  function markRead() {
    if (isUnread)
      void call('POST /api/notifications/:id/read', { params: { id: notice.id } }).then(announceMessages)
  }
  return (
    <article>
      <h2>
        {notice.title}
        {isUnread && <Light colour="amber">{texts.new}</Light>}
      </h2>
      <p className="hint">
        <time dateTime={notice.at}>{momentText(notice.at, language)}</time>
      </p>
      <p>{notice.text}</p>
      {notice.service !== null && (
        <details>
          <summary>{notice.service.servedAt === null ? texts.notServed : texts.served}</summary>
          <ul>
            {notice.service.because.map((sentence) => (
              <li key={sentence} lang="zh-CN">
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Link href={notice.link} onClick={markRead} aria-label={`${texts.open}：${notice.title}`}>
        {texts.open}
      </Link>
    </article>
  )
}
