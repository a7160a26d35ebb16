/**
 * One round for everybody: its figures, what was asked and answered, where it went.
 */

import { Link, useSearchParams } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useLink, usePage } from '../../../page.tsx'
import { Light } from '../../../ui/light.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { RoundFigures } from './round-figures.tsx'
import { useOpenDaysTexts } from './use-open-days-texts.ts'

type Round = CallOutput<'GET /api/open-days/:round'>
type Question = Round['questions'][number]

const states = ['on-site', 'later', 'not-yet'] as const

export function RoundPage({ round }: { readonly round: string }) {
  const texts = useOpenDaysTexts()
  const link = useLink()
  const reading = useApi('GET /api/open-days/:round', { params: { round } })
  return (
    <Shell back="/open-days">
      <Title>{texts.round(round)}</Title>
      <Awaited reading={reading}>
        {(found) => (
          <>
            <Head round={found} />
            <RoundFigures figures={found.figures} />
            <Questions questions={found.questions} />
            <Sessions carriers={found.carriers} />
          </>
        )}
      </Awaited>
      <Link className="button" href={link('/voice')}>
        {texts.ask}
      </Link>
    </Shell>
  )
}

function Head({ round: { from, until, hosts } }: { readonly round: Round }) {
  const texts = useOpenDaysTexts()
  const { language } = usePage()
  const { day } = useMoments()
  const days = from === null || until === null ? [] : [texts.period(day(from), day(until))]
  return <p className="lead">{[...days, ...hosts.map(({ name }) => name[language])].join(' · ')}</p>
}

function Questions({ questions }: Pick<Round, 'questions'>) {
  const texts = useOpenDaysTexts()
  const [query, setQuery] = useSearchParams()
  const wanted = query.get('state') ?? ''
  const shown = questions.filter(({ answered }) => wanted === '' || answered === wanted)
  return (
    <section>
      <h2>{texts.asked}</h2>
      <SegmentedChoice
        id="state"
        label={texts.filter}
        options={[
          { value: '', label: texts.all },
          ...states.map((state) => ({ value: state, label: texts.states[state] })),
        ]}
        value={wanted}
        onChange={(state) => setQuery(state === '' ? {} : { state }, { replace: true })}
      />
      <ul className="public-answers">
        {shown.map((question) => (
          <OneQuestion key={question.id} question={question} />
        ))}
      </ul>
    </section>
  )
}

function OneQuestion({ question }: { readonly question: Question }) {
  const texts = useOpenDaysTexts()
  const { language } = usePage()
  const { words, answer, answered, isWithheld, light, topic, carrier } = question
  return (
    <li>
      <h3>{words}</h3>
      {answer !== null && <p>{answer}</p>}
      {isWithheld && <p>{texts.withheld}</p>}
      <p className="hint">
        <Light colour={light}>{texts.states[answered]}</Light>{' '}
        {[topic[language], carrier, <Standing key="standing" question={question} />].map((part, place) => (
          <span key={place}>
            {place > 0 && ' · '}
            {part}
          </span>
        ))}
      </p>
    </li>
  )
}

function Standing({ question }: { readonly question: Question }) {
  const texts = useOpenDaysTexts()
  const { language } = usePage()
  const { day } = useMoments()
  const { answered, answeredBy, answeredOn, lead, due, light } = question
  if (answered !== 'not-yet')
    return answeredBy === null || answeredOn === null
      ? null
      : texts.answered(answeredBy[language], day(answeredOn))
  if (lead === null || due === null) return null
  return light === 'red' ? texts.overdue(lead[language], day(due)) : texts.waiting(lead[language], day(due))
}

function Sessions({ carriers }: Pick<Round, 'carriers'>) {
  const texts = useOpenDaysTexts()
  const { day } = useMoments()
  return (
    <section>
      <h2>{texts.sessions}</h2>
      <ul className="rows">
        {carriers.map(({ name, heldOn, companies }) => (
          <li key={`${name} ${heldOn}`}>
            <span>{name}</span>
            <span>{`${day(heldOn)} · ${texts.companies} ${companies}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
