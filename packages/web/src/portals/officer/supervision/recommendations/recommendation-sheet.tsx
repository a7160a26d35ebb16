/**
 * One recommendation: how far it is, what it says, what the unit replied; below it whatever the reader may do.
 */

import type { ReactNode } from 'react'
import { addressOf, type CallOutput } from '../../../../api/call.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText, momentText } from '../../../../ui/moment.ts'

/** A recommendation as the API gives it. */
export type RecommendationShown =
  CallOutput<'GET /api/supervision/recommendations'>['recommendations'][number]

const texts = supervisionTexts.recommendations
const order = ['drafted', 'issued', 'received', 'replied', 'closed'] as const

interface SheetProps {
  readonly one: RecommendationShown
  readonly children?: ReactNode
}

export function RecommendationSheet({ one, children }: SheetProps) {
  const { id, number, kindName, unit, state, problem, basis, advice, finding } = one
  return (
    <article className={one.lateDays > 0 ? 'light-order red' : 'light-order'}>
      <header>
        <strong>
          {kindName} {number}
        </strong>
        <span>{unit.name}</span>
        <span>{texts.states[state]}</span>
        {one.lateDays > 0 && <Light colour="red">{texts.late(one.lateDays)}</Light>}
        {state !== 'drafted' && (
          <a href={addressOf('GET /api/supervision/recommendations/:id/paper', { params: { id } })}>
            {texts.paper}
          </a>
        )}
      </header>
      <Steps state={state} />
      <dl className="supervision-facts">
        <Fact label={texts.problem}>{problem}</Fact>
        <Fact label={texts.basis}>{basis}</Fact>
        <Fact label={texts.advice}>{advice}</Fact>
      </dl>
      <Course one={one} />
      <Reply one={one} />
      {finding !== null && (
        <p>
          {texts.finding}：{finding}
        </p>
      )}
      {children}
    </article>
  )
}

function Steps({ state }: Pick<RecommendationShown, 'state'>) {
  const reached = order.indexOf(state)
  return (
    <ol className="supervision-steps">
      {texts.steps.map((step, place) => (
        <li
          key={step}
          className={place <= reached ? 'done' : undefined}
          aria-current={place === reached ? 'step' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Course({
  one: { replyBy, receivedBy, receivedAt, escalatedAt },
}: {
  readonly one: RecommendationShown
}) {
  const said = [
    replyBy === null ? undefined : texts.replyBy(dayText(replyBy)),
    receivedBy === null || receivedAt === null
      ? undefined
      : texts.received(receivedBy, momentText(receivedAt)),
    escalatedAt === null ? undefined : texts.escalated(momentText(escalatedAt)),
  ].filter((part) => part !== undefined)
  return said.length === 0 ? null : <p className="supervision-hint">{said.join('　')}</p>
}

function Reply({
  one: { stance, reply, reason, refusedWithoutReason },
}: {
  readonly one: RecommendationShown
}) {
  if (stance === null || reply === null) return null
  return (
    <>
      <p>
        {texts.reply}（{texts.stances[stance]}）：{reply}
      </p>
      {reason !== null && (
        <p>
          {texts.reason}：{reason}
        </p>
      )}
      {refusedWithoutReason && <Light colour="amber">{texts.noReason}</Light>}
    </>
  )
}
