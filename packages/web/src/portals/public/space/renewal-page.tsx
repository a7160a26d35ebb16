/**
 * Offers that end soon, as their carrier answers from a phone: still free, or let.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { placeText, useSpaceTexts } from '../../../features/premises/index.ts'
import { usePage } from '../../../page.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'

type Renewal = CallOutput<'GET /api/space/renewals/:token'>

export function RenewalPage({ token }: { readonly token: string }) {
  const reading = useApi('GET /api/space/renewals/:token', { params: { token } })
  const { again } = reading
  return (
    <Shell>
      <Awaited reading={reading}>
        {(renewal) => <Offers renewal={renewal} token={token} again={again} />}
      </Awaited>
    </Shell>
  )
}

interface OffersProps {
  readonly renewal: Renewal
  readonly token: string
  readonly again: () => void
}

function Offers({ renewal: { carrier, rooms, until, answeredAt }, token, again }: OffersProps) {
  const texts = useSpaceTexts()
  const { language } = usePage()
  const { day } = useMoments()
  const [let_, setLet] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<ProblemDocument>()
  async function send() {
    const free = rooms.map(({ id }) => id).filter((id) => !let_.includes(id))
    const answer = await call('POST /api/space/renewals/:token', { params: { token }, body: { free } })
    if (answer.ok) again()
    else setProblem(answer.problem)
  }
  return (
    <>
      <Title>{texts.renewal.title}</Title>
      <p className="lead">{texts.renewal.lead(carrier.name[language])}</p>
      {answeredAt !== null && (
        <p className="notice good" role="status">
          {texts.renewal.done}
        </p>
      )}
      <ul className="renewals">
        {rooms.map(({ id, facts, offeredUntil }) => (
          <li key={id}>
            <span>
              {placeText(facts, texts)}
              <small>{texts.renewal.until(day(offeredUntil))}</small>
            </span>
            {answeredAt === null && (
              <SegmentedChoice
                id={`renew-${id}`}
                label={placeText(facts, texts)}
                options={[
                  { value: 'free', label: texts.renewal.free },
                  { value: 'let', label: texts.renewal.let },
                ]}
                value={let_.includes(id) ? 'let' : 'free'}
                onChange={(value) =>
                  setLet((before) =>
                    value === 'let' ? [...before, id] : before.filter((each) => each !== id),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={problem} />
      {answeredAt === null && (
        <div className="actions">
          <button className="button" type="button" onClick={() => void send()}>
            {texts.renewal.send(day(until))}
          </button>
        </div>
      )}
    </>
  )
}
