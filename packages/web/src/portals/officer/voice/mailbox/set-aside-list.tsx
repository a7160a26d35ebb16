/**
 * Mails that people have to look at: when they came, how large they are, why nobody could read them.
 */

import { type CallOutput, call } from '../../../../api/call.ts'
import { mailboxZhCN as texts } from '../../../../texts/mailbox-zh-cn.ts'
import { momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

type SetAside = CallOutput<'GET /api/voice/mailbox'>['setAside'][number]

const kilobyte = 1024

interface SetAsideListProps {
  readonly mails: readonly SetAside[]
  readonly soon: () => void
}

export function SetAsideList({ mails, soon }: SetAsideListProps) {
  return (
    <section className="staff-panel">
      <h2>{texts.setAside}</h2>
      <p className="situation">{mails.length === 0 ? texts.none : texts.setAsideHint}</p>
      {mails.length > 0 && (
        <ul className="mail-counts">
          {mails.map((mail) => (
            <Mail key={mail.id} mail={mail} soon={soon} />
          ))}
        </ul>
      )}
    </section>
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
