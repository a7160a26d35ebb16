/**
 * The way to one's messages, with the number of those that are unread; it hears of new ones while the page is open.
 */

import { Link } from 'wouter'
import { announceMessages, useOwnMessages } from '../api/own-messages.ts'
import { useApi } from '../api/use-api.ts'
import { useNews } from '../api/use-news.ts'
import { useLink, useTexts } from '../page.tsx'

/** The number is said in words too, for readers that listen. */
export function MessagesLink() {
  const { site } = useTexts()
  const link = useLink()
  const reading = useApi('GET /api/notifications/unread')
  const again = () => {
    reading.again()
  }
  useNews(['notifications.arrived'], announceMessages)
  useOwnMessages(again)
  const unread = reading.state === 'ready' ? reading.value.unread : 0
  return (
    <Link href={link('/my/messages')}>
      {site.messages}
      {unread > 0 && (
        <>
          {' '}
          <span className="badge" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
          <span className="visually-hidden">{site.unread(unread)}</span>
        </>
      )}
    </Link>
  )
}
