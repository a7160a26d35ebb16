/**
 * Opening a case straight from the guide of a service: the few facts that decide which papers it asks for, a question a page,
 * then a look at all of them. `?service=M307&at=build.type` is a question, `&at=check` the look.
 */

import { Link, useLocation, useSearch } from 'wouter'
import { useApi } from '../../../../api/use-api.ts'
import { useWord } from '../../../../features/cases/index.ts'
import { useLink, useTexts } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Awaited, signInAddress } from '../../../../ui/reading.tsx'
import { Shell } from '../../../../ui/shell.tsx'
import { Title } from '../../../../ui/title.tsx'
import {
  type Opening,
  openQuestion,
  type OpeningQuestion as Question,
  useOpeningAnswers,
} from './opening-answers.ts'
import { OpeningCheck } from './opening-check.tsx'
import { OpeningQuestion } from './opening-question.tsx'

const checkPlace = 'check'

export function OpeningPage() {
  const service = new URLSearchParams(useSearch()).get('service') ?? ''
  const { opening: texts } = casesZhCN
  const reading = useApi('GET /api/services/:id/opening', { params: { id: service } })
  const session = useApi('GET /api/session')
  const isStranger = session.state === 'ready' && !session.value.signedIn
  return (
    <Shell>
      <Awaited reading={reading}>
        {(opening) => {
          if (!opening.online) return <Plain opening={opening}>{texts.offline}</Plain>
          return isStranger ? <SignIn opening={opening} /> : <Questions opening={opening} />
        }}
      </Awaited>
    </Shell>
  )
}

interface PlainProps {
  readonly opening: Opening
  readonly children: string
}

function Plain({ opening, children }: PlainProps) {
  const { site } = useTexts()
  const link = useLink()
  return (
    <>
      <Link className="back" href={link(`/services/${opening.service.id}`)}>
        {site.back}
      </Link>
      <Title>{casesZhCN.opening.title}</Title>
      <p className="lead">{children}</p>
    </>
  )
}

function SignIn({ opening }: { readonly opening: Opening }) {
  const { opening: texts } = casesZhCN
  const word = useWord()
  return (
    <>
      <Plain opening={opening}>{texts.direct(word(opening.service.name))}</Plain>
      <a className="button" href={signInAddress()}>
        {texts.begin}
      </a>
    </>
  )
}

function Questions({ opening }: { readonly opening: Opening }) {
  const link = useLink()
  const [, navigate] = useLocation()
  const query = new URLSearchParams(useSearch())
  const kept = useOpeningAnswers(opening.service.id)
  const { questions } = opening
  const at = query.get('at')
  const isFromCheck = query.get('from') === checkPlace
  const addressAt = (place: string, from = '') =>
    link(`/my/files/new?service=${opening.service.id}&at=${encodeURIComponent(place)}${from}`)
  const question = questions.find(({ id }) => id === at) ?? openQuestion(opening, kept.answers)
  if (question === undefined)
    return (
      <OpeningCheck
        opening={opening}
        kept={kept}
        addressOf={({ id }) => addressAt(id, `&from=${checkPlace}`)}
      />
    )
  const place = questions.indexOf(question)
  const before = questions[place - 1]
  function answer(given: string) {
    const answers = kept.keep(question?.id ?? '', given)
    const next = questions.slice(place + 1).find(({ id }) => answers[id] === undefined)
    const goOn = isFromCheck ? undefined : (next ?? openQuestion(opening, answers))
    navigate(addressAt(goOn?.id ?? checkPlace))
    window.scrollTo(0, 0)
  }
  return (
    <>
      <Progress
        opening={opening}
        question={question}
        backTo={before === undefined ? link(`/services/${opening.service.id}`) : addressAt(before.id)}
      />
      <OpeningQuestion
        key={question.id}
        question={question}
        answer={kept.answers[question.id]}
        onAnswer={answer}
      />
    </>
  )
}

interface ProgressProps {
  readonly opening: Opening
  readonly question: Question
  readonly backTo: string
}

function Progress({ opening: { service, questions }, question, backTo }: ProgressProps) {
  const { site, flow } = useTexts()
  const word = useWord()
  const place = questions.indexOf(question) + 1
  return (
    <>
      <p className="question-project">{casesZhCN.opening.lead(word(service.name))}</p>
      <Link className="back" href={backTo}>
        {site.back}
      </Link>
      <div className="progress">
        <span>{flow.position(place, questions.length)}</span>
        <span>{casesZhCN.opening.kept}</span>
      </div>
      <div className="rule" aria-hidden="true">
        <i style={{ width: `${(place / questions.length) * 100}%` }} />
      </div>
    </>
  )
}
