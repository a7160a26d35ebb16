/**
 * Orders of a project: drafted when a light turned red, issued by a person, closed by another; and the suggested lead.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { addressOf, call } from '../../../api/call.ts'
import { lightsTexts } from '../../../texts/lights-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText, momentText } from '../../../ui/moment.ts'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../department/acts/act-fields.tsx'
import { Choice } from './node-acts.tsx'
import type { Supervised } from './supervised.ts'

const texts = lightsTexts.page
type Order = Supervised['orders'][number]

interface OrdersProps {
  readonly shown: Supervised
  readonly again: () => void
}

export function OrdersOfProject({ shown, again }: OrdersProps) {
  const { orders } = shown
  return (
    <section className="light-section">
      <h2>{texts.orders}</h2>
      {orders.length === 0 && <p>{texts.noOrders}</p>}
      {orders.map((order) => (
        <OrderSheet key={order.id} order={order} again={again} />
      ))}
      <Suggestion shown={shown} again={again} />
    </section>
  )
}

interface OrderProps {
  readonly order: Order
  readonly again: () => void
}

function OrderSheet({ order, again }: OrderProps) {
  const { number, state, levelName, climbed, sentence, issueBy, overdue, answer, finding } = order
  const isOut = state !== 'drafted' && state !== 'lapsed'
  return (
    <article className={state === 'drafted' ? 'light-order red' : 'light-order'}>
      <header>
        <strong>{number}</strong>
        <span>{lightsTexts.orderStates[state]}</span>
        {(isOut || climbed !== null) && <span>{levelName}</span>}
        {overdue && <Light colour="red">{texts.overdue}</Light>}
      </header>
      {climbed !== null && <p className="order-climbed">{climbed}</p>}
      <p>{sentence}</p>
      {state === 'drafted' && (
        <>
          <p>{texts.issueBy(momentText(issueBy))}</p>
          <IssueOrder order={order} again={again} />
        </>
      )}
      {isOut && <Issued order={order} />}
      <Said label={texts.answer} words={answer} />
      {state === 'answered' && <CloseOrder order={order} again={again} />}
      <Said label={texts.finding} words={finding} />
    </article>
  )
}

function Issued({ order: { id, words, answerBy } }: Pick<OrderProps, 'order'>) {
  return (
    <>
      <p>{words}</p>
      <p>
        {answerBy !== null && texts.answerBy(dayText(answerBy))}{' '}
        <a href={addressOf('GET /api/supervision/orders/:id/paper', { params: { id } })}>{texts.paper}</a>
      </p>
    </>
  )
}

function Said({ label, words }: { readonly label: string; readonly words: string | null }) {
  return words === null ? null : (
    <p>
      {label}：{words}
    </p>
  )
}

function IssueOrder({ order, again }: OrderProps) {
  const [level, setLevel] = useState<Order['level']>(order.level)
  const [words, setWords] = useState(order.words)
  const [answerBy, setAnswerBy] = useState('')
  const act = useCaseAct()
  async function issue() {
    const body = { level, words, answerBy }
    const done = await act.run(() =>
      call('POST /api/supervision/orders/:id/issue', { params: { id: order.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <Choice label={texts.level} value={level} options={lightsTexts.levels} onChange={setLevel} />
      <WordsField id={`words-${order.id}`} label={texts.wordsOf} value={words} onChange={setWords} />
      <LineField
        id={`day-${order.id}`}
        type="date"
        label={texts.answerDay}
        value={answerBy}
        onChange={setAnswerBy}
      />
      <Submit
        act={act}
        label={texts.issue}
        disabled={answerBy === '' || words.trim().length < 2}
        onSubmit={() => void issue()}
      />
    </>
  )
}

function CloseOrder({ order: { id, mayClose }, again }: OrderProps) {
  const [finding, setFinding] = useState('')
  const act = useCaseAct()
  if (!mayClose) return <p>{texts.closeOther}</p>
  async function close() {
    const done = await act.run(() =>
      call('POST /api/supervision/orders/:id/closing', { params: { id }, body: { finding } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField id={`finding-${id}`} label={texts.finding} value={finding} onChange={setFinding} />
      <Submit
        act={act}
        label={texts.close}
        disabled={finding.trim().length < 2}
        onSubmit={() => void close()}
      />
    </>
  )
}

function Suggestion({ shown: { suggestion, row }, again }: OrdersProps) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  if (suggestion === null) return null
  const { node, decision } = suggestion
  if (decision !== null)
    return (
      <p>
        {texts.decided[decision]}：{suggestion.reason}
      </p>
    )
  async function decide(decided: 'lead' | 'none') {
    const done = await act.run(() =>
      call('POST /api/supervision/projects/:id/nodes/:node/suggestion', {
        params: { id: row.id, node },
        body: { decision: decided, reason },
      }),
    )
    if (done !== undefined) again()
  }
  return (
    <article className="light-order">
      <header>
        <strong>{texts.suggestion}</strong>
      </header>
      <p>{texts.suggestionLead}</p>
      <LineField id="suggestion-reason" label={texts.reason} value={reason} onChange={setReason} />
      <Submit
        act={act}
        label={texts.lead}
        disabled={reason.trim().length < 2}
        onSubmit={() => void decide('lead')}
      >
        <Button disabled={act.busy || reason.trim().length < 2} onClick={() => void decide('none')}>
          {texts.noLead}
        </Button>
      </Submit>
    </article>
  )
}
