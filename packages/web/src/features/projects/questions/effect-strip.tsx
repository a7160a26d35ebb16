/**
 * What the last answer changed, beside the next question: services that came or went, and what follows by rule.
 */

import type { QuestionsTexts } from '../../../texts/questions-zh-cn.ts'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { Words } from '../../../ui/words.tsx'
import type { Questionnaire } from './question-order.ts'
import { useQuestionTexts } from './use-question-texts.ts'
import type { AnsweredQuestion } from './use-questionnaire.ts'

interface EffectStripProps {
  readonly services: Questionnaire['services']
  readonly last: AnsweredQuestion | undefined
}

export function EffectStrip({ services, last }: EffectStripProps) {
  const { strip } = useQuestionTexts()
  return (
    <aside className="effect-strip" aria-labelledby="effect-title">
      <h2 id="effect-title">{strip.title}</h2>
      <p className="effect-counts">
        <b>{strip.certain(String(services.certain))}</b>
        <span>{strip.open(String(services.open))}</span>
      </p>
      <div role="status">
        {last === undefined ? <p className="hint">{strip.start}</p> : <Effect last={last} />}
      </div>
    </aside>
  )
}

function Effect({ last: { question, effect } }: { readonly last: AnsweredQuestion }) {
  const texts = useQuestionTexts()
  const { strip } = texts
  const { added, removed, unsure, derived } = effect
  const isNothing = added.length + removed.length + unsure.length + derived.length === 0
  return (
    <>
      <p className="effect-answer">
        <Words>{question.question}</Words> <b>{<Words>{question.answer ?? texts.unsure}</Words>}</b>
      </p>
      {isNothing && <p>{strip.nothing}</p>}
      <Services title={strip.added} sign="＋" look="added" services={added} />
      <Services title={strip.doubtful} sign="？" look="doubtful" services={unsure} />
      <Services title={strip.removed} sign="－" look="removed" services={removed} />
      {derived.length > 0 && <Derived derived={derived} />}
    </>
  )
}

const mostLines = 5

interface ServicesProps {
  readonly title: string
  readonly sign: string
  readonly look: 'added' | 'doubtful' | 'removed'
  readonly services: AnsweredQuestion['effect']['added']
}

function Services({ title, sign, look, services }: ServicesProps) {
  const { strip } = useQuestionTexts()
  if (services.length === 0) return null
  return (
    <section className={`effect ${look}`}>
      <h3>
        <span aria-hidden="true">{sign}</span> {title} <small>{services.length}</small>
      </h3>
      <ul>
        {services.slice(0, mostLines).map((service) => (
          <li key={service.id}>
            <Words>
              {look === 'removed' ? service.name : strip.service(service.name, timeIn(strip, service))}
            </Words>
          </li>
        ))}
        {services.length > mostLines && <li>{strip.more(String(services.length - mostLines))}</li>}
      </ul>
    </section>
  )
}

type Service = AnsweredQuestion['effect']['added'][number]

function timeIn(strip: QuestionsTexts['strip'], { days, unit }: Service): string {
  return days === 0 ? strip.atOnce : strip[unit](String(days))
}

function Derived({ derived }: Pick<AnsweredQuestion['effect'], 'derived'>) {
  const { strip } = useQuestionTexts()
  return (
    <section className="effect derived">
      <h3>
        <span aria-hidden="true">⇒</span> {strip.derived}
      </h3>
      <ul>
        {derived.slice(0, mostLines).map(({ id, name, value, basis, mark }) => (
          <li key={id}>
            <b>{name}</b> {value} <Unconfirmed mark={mark} />
            <small>
              <Words>{basis}</Words>
            </small>
          </li>
        ))}
        {derived.length > mostLines && <li>{strip.more(String(derived.length - mostLines))}</li>}
      </ul>
    </section>
  )
}
