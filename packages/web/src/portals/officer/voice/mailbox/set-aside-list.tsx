/**
 * Mails that people have to look at: when they came, how large they are, why nobody could read them.
 */

import { Link, useSearchParams } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { mailboxZhCN as texts } from '../../../../texts/mailbox-zh-cn.ts'
import { momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

type Mailbox = CallOutput<'GET /api/voice/mailbox'>
type SetAside = Mailbox['setAside'][number]

const kilobyte = 1024

interface SetAsideListProps {
  readonly mailbox: Pick<Mailbox, 'setAside' | 'setAsideInAll' | 'next'>
  readonly soon: () => void
}

export function SetAsideList({ mailbox: { setAside, setAsideInAll, next }, soon }: SetAsideListProps) {
  return (
    <section className="staff-panel">
      <h2>{texts.setAside}</h2>
      <p className="situation">{setAsideInAll === 0 ? texts.none : texts.setAsideHint}</p>
      {setAside.length > 0 && (
        <ul className="mail-counts">
          {setAside.map((mail) => (
            <Mail key={mail.id} mail={mail} soon={soon} />
          ))}
        </ul>
      )}
      {setAside.length < setAsideInAll && <Pages next={next} />}
    </section>
  )
}

/** To the mails that came later, and back to the earliest. */
function Pages({ next }: Pick<Mailbox, 'next'>) {
  const [search] = useSearchParams()
  return (
    <nav className="mail-pages" aria-label={texts.pages}>
      {search.has('after') && <Link href="/work/voice/mailbox">{texts.first}</Link>}
      {next !== null && <Link href={`/work/voice/mailbox?after=${next}`}>{texts.next}</Link>}
    </nav>
  )
}

function Mail({ mail, soon }: { readonly mail: SetAside; readonly soon: () => void }) {
  const act = useCaseAct()
  async function retry() {
    const params = { id: mail.id }
    const done = await act.run(() => call('POST /api/voice/mailbox/set-aside/:id/retries', { params }))
    if (done !== undefined) soon()
  }
  const size = texts.kilobytes(Math.max(1, Math.round(mail.size / kilobyte)))
  return (
    <li>
      <span>
        {texts.reasons[mail.reason] ?? mail.reason}
        <small>{[momentText(mail.arrivedAt), size].join(' · ')}</small>
        <ProblemNotice problem={act.refusal} />
      </span>
      {mail.isWaiting ? (
        <small>{texts.retrying}</small>
      ) : (
        <BusyButton size="small" busy={act.busy} onClick={() => void retry()}>
          {texts.retry}
        </BusyButton>
      )}
    </li>
  )
}
