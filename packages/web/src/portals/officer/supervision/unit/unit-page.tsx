/**
 * What supervision wants of a unit: its orders and its recommendations, answered here.
 */

import { useState } from 'react'
import { addressOf, type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Framed } from '../../staff-page.tsx'
import { RecommendationSheet } from '../recommendations/recommendation-sheet.tsx'
import { SupervisionTabs, useRoles } from '../supervision-tabs.tsx'
import { AnswerRecommendation } from './answer-recommendation.tsx'
import { OwnLights } from './own-lights.tsx'
import { OwnTolerance } from './own-tolerance.tsx'

const texts = supervisionTexts.unit
type Order = CallOutput<'GET /api/supervision/orders'>['orders'][number]

export function UnitPage() {
  const isHead = useRoles().includes('department-head')
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
        <p className="staff-lead">{texts.lead}</p>
      </div>
      <div className="staff-tools">
        <SupervisionTabs />
      </div>
      {!isHead && <p className="supervision-hint">{texts.headOnly}</p>}
      <div className="staff-halves">
        <div>
          <Recommendations isHead={isHead} />
          {isHead && <OwnTolerance />}
        </div>
        <div>
          <Orders isHead={isHead} />
          <OwnLights isHead={isHead} />
        </div>
      </div>
    </Framed>
  )
}

interface HeadProps {
  readonly isHead: boolean
}

function Recommendations({ isHead }: HeadProps) {
  const reading = useApi('GET /api/supervision/recommendations')
  const { again } = reading
  return (
    <section className="light-section">
      <h2>{texts.recommendations}</h2>
      <Awaited reading={reading}>
        {({ recommendations }) =>
          recommendations.length === 0 ? (
            <p className="light-empty">{texts.noRecommendations}</p>
          ) : (
            recommendations.map((one) => (
              <RecommendationSheet key={one.id} one={one}>
                {isHead && <AnswerRecommendation one={one} again={again} />}
              </RecommendationSheet>
            ))
          )
        }
      </Awaited>
    </section>
  )
}

function Orders({ isHead }: HeadProps) {
  const reading = useApi('GET /api/supervision/orders')
  const { again } = reading
  return (
    <section className="light-section">
      <h2>{texts.orders}</h2>
      <Awaited reading={reading}>
        {({ orders }) =>
          orders.length === 0 ? (
            <p className="light-empty">{texts.noOrders}</p>
          ) : (
            orders.map((order) => <OrderSheet key={order.id} order={order} isHead={isHead} again={again} />)
          )
        }
      </Awaited>
    </section>
  )
}

interface OrderProps extends HeadProps {
  readonly order: Order
  readonly again: () => void
}

function OrderSheet({ order, isHead, again }: OrderProps) {
  const {
    id,
    number,
    state,
    levelName,
    climbed,
    project,
    node,
    sentence,
    words,
    answerBy,
    answer,
    mayAnswer,
  } = order
  return (
    <article className={state === 'issued' ? 'light-order red' : 'light-order'}>
      <header>
        <strong>{number}</strong>
        <span>{texts.orderStates[state]}</span>
        <span>{levelName}</span>
        <a href={addressOf('GET /api/supervision/orders/:id/paper', { params: { id } })}>{texts.paper}</a>
      </header>
      <p>
        <b>{project}</b>　{node}
      </p>
      {climbed !== null && <p className="order-climbed">{climbed}</p>}
      <p>{sentence}</p>
      <p>{words}</p>
      {state === 'issued' && <p className="supervision-hint">{texts.answerBy(dayText(answerBy))}</p>}
      {answer !== null && (
        <p>
          {texts.given}：{answer}
        </p>
      )}
      {isHead && mayAnswer && <AnswerOrder id={id} again={again} />}
    </article>
  )
}

function AnswerOrder({ id, again }: { readonly id: string; readonly again: () => void }) {
  const [answer, setAnswer] = useState('')
  const act = useCaseAct()
  async function send() {
    const done = await act.run(() =>
      call('POST /api/supervision/orders/:id/answer', { params: { id }, body: { answer } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <WordsField id={`answer-${id}`} label={texts.answerField} value={answer} onChange={setAnswer} />
      <Submit
        act={act}
        label={texts.sendAnswer}
        disabled={answer.trim().length < 2}
        onSubmit={() => void send()}
      />
    </>
  )
}
