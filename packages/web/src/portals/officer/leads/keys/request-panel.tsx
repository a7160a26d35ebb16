/**
 * Requests for the name of a reporter, as a keeper answers them: the share is opened and sealed anew in this browser.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Unconfirmed } from '../../../../ui/unconfirmed.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'
import { type OwnKey, openKeys, unlockRing, useKeyRing } from '../key-ring.ts'
import { refusedHere } from '../own-problem.ts'
import { PhraseField } from '../phrase-field.tsx'
import { resealed } from './sealed-over.ts'

const texts = leadsTexts.requests

type Request = CallOutput<'GET /api/leads/identity-requests'>['requests'][number]

export function RequestPanel({ keys }: { readonly keys: readonly OwnKey[] }) {
  const reading = useApi('GET /api/leads/identity-requests')
  const { again } = reading
  return (
    <section className="staff-panel">
      <h2>{texts.title}</h2>
      <Awaited reading={reading}>
        {({ requests, openFor }) => (
          <>
            <p className="lead-hint">
              {texts.lead(openFor.value)} <Unconfirmed mark={openFor.isUnconfirmed === 'yes' ? 'U' : 'S'} />
            </p>
            {requests.length === 0 && <p>{texts.none}</p>}
            <ul className="lead-lines">
              {requests.map((request) => (
                <RequestLine key={request.id} request={request} keys={keys} again={again} />
              ))}
            </ul>
          </>
        )}
      </Awaited>
    </section>
  )
}

interface LineProps {
  readonly request: Request
  readonly keys: readonly OwnKey[]
  readonly again: () => void
}

function RequestLine({ request, keys, again }: LineProps) {
  const { askedBy, askedOn, receivedOn, reason, state, openUntil } = request
  return (
    <li>
      <div className="lead-line">
        <b>{texts.line(askedBy, dayText(askedOn))}</b>
        <span>{texts.states[state]}</span>
      </div>
      <p>{reason}</p>
      <p className="lead-hint">
        {texts.received(dayText(receivedOn))}
        {openUntil !== null && `　${leadsTexts.identity.until(dayText(openUntil))}`}
      </p>
      {state === 'waiting' && <AnswerForm request={request} keys={keys} again={again} />}
    </li>
  )
}

function AnswerForm({ request, keys, again }: LineProps) {
  const [phrase, setPhrase] = useState('')
  const ring = useKeyRing()
  const act = useCaseAct()
  const answer = (share: string | null) =>
    call('POST /api/leads/identity-requests/:id/answer', { params: { id: request.id }, body: { share } })
  async function grant() {
    const done = await act.run(async () => {
      if (openKeys().length === 0 && (await unlockRing(keys, phrase)) === 0)
        return refusedHere(leadsTexts.opening.wrong)
      const share = await releasedShare(request)
      return share === undefined ? refusedHere(leadsTexts.identity.broken) : await answer(share)
    })
    if (done !== undefined) again()
  }
  async function refuse() {
    if ((await act.run(() => answer(null))) !== undefined) again()
  }
  return (
    <>
      {ring.length === 0 && (
        <PhraseField id={`phrase-${request.id}`} label={texts.phrase} value={phrase} onChange={setPhrase} />
      )}
      <Submit act={act} label={texts.grant} onSubmit={() => void grant()}>
        <Button disabled={act.busy} onClick={() => void refuse()}>
          {texts.refuse}
        </Button>
      </Submit>
    </>
  )
}

/** The keeper's share sealed to whoever asked; undefined where no open key has one. */
async function releasedShare({ leadId, shares, asker }: Request): Promise<string | undefined> {
  for (const own of shares) {
    const sealed = await resealed({ leadId, part: 'identity' }, own, { openers: openKeys(), heir: asker })
    if (sealed !== undefined) return sealed
  }
  return undefined
}
