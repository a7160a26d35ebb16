/**
 * Pauses of a project: asked for by one person, answered by another.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { lightsTexts } from '../../../texts/lights-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { LineField, Submit } from '../department/acts/act-fields.tsx'
import type { Supervised } from './supervised.ts'

const texts = lightsTexts.page
type Pause = Supervised['pauses'][number]

interface PausesProps {
  readonly shown: Supervised
  readonly again: () => void
}

export function PausesOfProject({ shown: { pauses, row }, again }: PausesProps) {
  return (
    <section className="light-section">
      <h2>{texts.pauses}</h2>
      {pauses.length === 0 ? (
        <p>{texts.noPauses}</p>
      ) : (
        <ul className="light-lines">
          {pauses.map((pause) => (
            <li key={pause.id}>
              {row.nodes.find(({ node }) => node === pause.node)?.name}　
              {texts.days(dayText(pause.from), pause.until === null ? null : dayText(pause.until))}
              <p>
                {texts.asks(pause.askedBy)}：{pause.document}
              </p>
              {pause.consented === null ? (
                <AnswerPause pause={pause} again={again} />
              ) : (
                <Answered pause={pause} />
              )}
              {pause.consented === true && pause.until === null && !pause.mine && (
                <EndPause pause={pause} again={again} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Answered({ pause: { consented, reason } }: { readonly pause: Pause }) {
  const said = consented === true ? texts.consented : texts.refused
  return <p>{reason === null ? said : `${said}：${reason}`}</p>
}

function EndPause({ pause: { id }, again }: { readonly pause: Pause; readonly again: () => void }) {
  const [until, setUntil] = useState('')
  const act = useCaseAct()
  async function end() {
    const done = await act.run(() =>
      call('POST /api/supervision/pauses/:id/end', { params: { id }, body: { until } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField id={`end-${id}`} type="date" label={texts.lastPausedDay} value={until} onChange={setUntil} />
      <Submit act={act} label={texts.endPause} disabled={until === ''} onSubmit={() => void end()} />
    </>
  )
}

function AnswerPause({ pause: { id, mine }, again }: { readonly pause: Pause; readonly again: () => void }) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  if (mine) return <p>{texts.waiting}</p>
  async function answer(consent: boolean) {
    const body = { consent, ...(reason.trim() === '' ? {} : { reason }) }
    const done = await act.run(() =>
      call('POST /api/supervision/pauses/:id/answer', { params: { id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField id={`reason-${id}`} label={texts.reason} value={reason} onChange={setReason} />
      <Submit act={act} label={texts.consent} onSubmit={() => void answer(true)}>
        <Button disabled={act.busy || reason.trim().length < 2} onClick={() => void answer(false)}>
          {texts.refuse}
        </Button>
      </Submit>
    </>
  )
}
