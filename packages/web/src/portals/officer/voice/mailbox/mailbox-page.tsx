/**
 * The mailbox of the register: whether it is read, what became of what came, and what people have to look at.
 */

import { Alert } from 'antd'
import { useSearchParams } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { mailboxZhCN as texts } from '../../../../texts/mailbox-zh-cn.ts'
import { momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Framed } from '../../staff-page.tsx'
import { VoiceTabs } from '../voice-tabs.tsx'
import { LetterForm } from './letter-form.tsx'
import { SetAsideList } from './set-aside-list.tsx'

type Mailbox = CallOutput<'GET /api/voice/mailbox'>

/** how long a visit takes that was asked for, with room */
const visitMs = 2_500

export function MailboxPage() {
  const [search] = useSearchParams()
  const after = search.get('after')
  const reading = useApi('GET /api/voice/mailbox', { query: after === null ? {} : { after } })
  const { again } = reading
  const soon = () => void setTimeout(again, visitMs)
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
        <p className="staff-lead">{texts.lead}</p>
      </div>
      <div className="staff-tools">
        <VoiceTabs />
      </div>
      <Awaited reading={reading}>{(mailbox) => <Standing mailbox={mailbox} soon={soon} />}</Awaited>
    </Framed>
  )
}

interface StandingProps {
  readonly mailbox: Mailbox
  /** reads the page anew once a visit has ended */
  readonly soon: () => void
}

function Standing({ mailbox, soon }: StandingProps) {
  const { address, isDemonstration, failure, failedAt } = mailbox
  if (address === null)
    return <Alert type="info" showIcon title={texts.notConnected} description={texts.notConnectedHint} />
  return (
    <>
      {failure !== null && failedAt !== null && (
        <Alert
          className="mailbox-trouble"
          type="error"
          showIcon
          title={texts.failed(momentText(failedAt))}
          description={failure}
        />
      )}
      <Facts mailbox={mailbox} address={address} />
      <div className="staff-halves">
        <div>
          <Became mailbox={mailbox} soon={soon} />
          <SetAsideList mailbox={mailbox} soon={soon} />
        </div>
        <div>{isDemonstration && <LetterForm soon={soon} />}</div>
      </div>
    </>
  )
}

function Facts({ mailbox, address }: { readonly mailbox: Mailbox; readonly address: string }) {
  const { lookedAt, counts, setAsideInAll } = mailbox
  const filed = counts.find(({ outcome }) => outcome === 'filed')?.count ?? 0
  return (
    <dl className="staff-block">
      <div>
        <dt>{texts.address}</dt>
        <dd className="mail-address">{address}</dd>
      </div>
      <div>
        <dt>{texts.looked}</dt>
        <dd>{lookedAt === null ? texts.never : momentText(lookedAt)}</dd>
      </div>
      <div>
        <dt>{texts.outcomes.filed}</dt>
        <dd>
          {filed}
          {texts.unit}
          <small>{texts.days}</small>
        </dd>
      </div>
      <div>
        <dt>{texts.outcomes['set-aside']}</dt>
        <dd>
          {setAsideInAll}
          {texts.unit}
        </dd>
      </div>
    </dl>
  )
}

/** Every way a mail may go, with how many went it. */
function Became({ mailbox: { counts, shownTheWay }, soon }: StandingProps) {
  const act = useCaseAct()
  async function visit() {
    const done = await act.run(() => call('POST /api/voice/mailbox/visits', {}))
    if (done !== undefined) soon()
  }
  const rows = [
    ...(Object.keys(texts.outcomes) as (keyof typeof texts.outcomes)[])
      .filter((outcome) => outcome !== 'waiting' && outcome !== 'set-aside')
      .map((outcome) => ({
        label: texts.outcomes[outcome],
        note: undefined,
        count: counts.find((each) => each.outcome === outcome)?.count ?? 0,
      })),
    { label: texts.way, note: texts.wayNote, count: shownTheWay },
  ]
  return (
    <section className="staff-panel">
      <div className="mail-line">
        <h2>{texts.days}</h2>
        <BusyButton busy={act.busy} onClick={() => void visit()}>
          {texts.visit}
        </BusyButton>
      </div>
      <ProblemNotice problem={act.refusal} />
      <ul className="mail-counts">
        {rows.map(({ label, note, count }) => (
          <li key={label}>
            <span>
              {label}
              {note !== undefined && <small>{note}</small>}
            </span>
            <b>{count}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
