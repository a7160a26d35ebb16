/**
 * The screen of whoever answers the phone: written while listening, the number read back at the end. A report of misconduct
 * is shown the way; the words of it are never sent.
 */

import { useState } from 'react'
import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../voice-tabs.tsx'
import { CallForm } from './call-form.tsx'

const texts = voiceDeskTexts.phone

type Filed = CallOutput<'POST /api/voice/recorded'>

export function PhonePage() {
  const reading = useApi('GET /api/voice/choices')
  const [filed, setFiled] = useState<readonly Filed[]>([])
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>
        {(choices) => (
          <div className="phone-desk">
            <CallForm choices={choices} onFiled={(one) => setFiled([one, ...filed])} />
            <Read filed={filed} />
          </div>
        )}
      </Awaited>
    </StaffListPage>
  )
}

function Read({ filed }: { readonly filed: readonly Filed[] }) {
  const session = useApi('GET /api/session')
  const maySee =
    session.state === 'ready' && session.value.signedIn && session.value.roles.includes('dispatcher')
  const [latest, ...earlier] = filed
  if (latest === undefined) return <aside className="call-read waits">{texts.waiting}</aside>
  return (
    <aside className="call-read" aria-live="polite">
      <h2>{texts.filed}</h2>
      <p className="read-number">{latest.number}</p>
      <p>{latest.replyDue === null ? texts.dueLater : texts.due(dayText(latest.replyDue))}</p>
      {maySee && <Link href={`/work/voice/${latest.id}`}>{texts.open}</Link>}
      {earlier.length > 0 && (
        <>
          <h3>{texts.recent}</h3>
          <ul>
            {earlier.map(({ id, number }) => (
              <li key={id}>{number}</li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
