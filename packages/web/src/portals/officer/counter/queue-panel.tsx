/**
 * The line: the number at this counter, who waits, calling, letting go.
 */

import { Button, Input } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { clockText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { useFunctionKeys } from './use-function-keys.ts'

/** The line as this clerk sees it. */
export type Queue = CallOutput<'GET /api/counter/queue'>

const place = 'counter-number'

interface QueuePanelProps {
  readonly queue: Queue
  readonly again: () => void
}

export function QueuePanel({ queue, again }: QueuePanelProps) {
  const [counter, setCounter] = useState(() => localStorage.getItem(place) ?? '1')
  const act = useCaseAct()
  const { inHand, waiting } = queue
  const first = counter.trim() === '' ? '1' : counter.trim()
  async function callNext() {
    const called = await act.run(() => call('POST /api/counter/queue/next', { body: { counter: first } }))
    if (called !== undefined) again()
  }
  async function close(how: 'served' | 'missed') {
    if (inHand === null) return
    const closed = await act.run(() =>
      call('POST /api/counter/tickets/:id/closing', { params: { id: inHand.id }, body: { how } }),
    )
    if (closed !== undefined) again()
  }
  useFunctionKeys({ F2: () => void callNext() })
  return (
    <section className="staff-panel queue-panel">
      <h2>{texts.line}</h2>
      <div className="in-hand" role="status">
        <span>{texts.inHand}</span>
        <b>{inHand?.number ?? texts.nobodyInHand}</b>
        {inHand !== null && <small>{`${inHand.matter} · ${texts.timesCalled(inHand.timesCalled)}`}</small>}
      </div>
      <ProblemNotice problem={act.refusal} />
      <div className="act-buttons">
        <BusyButton
          type={inHand === null ? 'primary' : 'default'}
          busy={act.busy}
          disabled={inHand !== null}
          onClick={() => void callNext()}
        >
          {texts.callNext}
        </BusyButton>
        <Button disabled={inHand === null} onClick={() => void close('missed')}>
          {texts.missed}
        </Button>
        <Button disabled={inHand === null} onClick={() => void close('served')}>
          {texts.served}
        </Button>
      </div>
      <div className="act-field counter-number">
        <label htmlFor="counter-number">{texts.counter}</label>
        <Input
          id="counter-number"
          value={counter}
          maxLength={20}
          onChange={({ target }) => {
            setCounter(target.value)
            localStorage.setItem(place, target.value)
          }}
        />
      </div>
      <Line waiting={waiting} />
      <GiveNumber again={again} />
      <p className="hint">{texts.servedToday(queue.servedToday)}</p>
    </section>
  )
}

const shownInLine = 6

function Line({ waiting }: Pick<Queue, 'waiting'>) {
  if (waiting.length === 0) return <p>{texts.nobodyWaits}</p>
  return (
    <>
      <h3>{texts.waiting(waiting.length)}</h3>
      <ol className="line">
        {waiting.slice(0, shownInLine).map(({ id, number, matter, takenAt }) => (
          <li key={id}>
            <b>{number}</b>
            <span>{matter}</span>
            <time dateTime={takenAt}>{clockText(takenAt)}</time>
          </li>
        ))}
      </ol>
    </>
  )
}

function GiveNumber({ again }: Pick<QueuePanelProps, 'again'>) {
  const [matter, setMatter] = useState('')
  const act = useCaseAct()
  async function give() {
    const given = await act.run(() => call('POST /api/counter/tickets', { body: { matter } }))
    if (given === undefined) return
    setMatter('')
    again()
  }
  return (
    <div className="act-field give-number">
      <label htmlFor="ticket-matter">{texts.matter}</label>
      <Input
        id="ticket-matter"
        value={matter}
        maxLength={80}
        onChange={({ target }) => setMatter(target.value)}
      />
      <BusyButton busy={act.busy} disabled={matter.trim() === ''} onClick={() => void give()}>
        {texts.give}
      </BusyButton>
    </div>
  )
}
