/**
 * One round: places, response, what the answers come to, what was written, and how the firms were drawn and reached.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { questionnaireDeskTexts as texts } from '../../../../texts/questionnaire-desk-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffDetailPage } from '../../staff-page.tsx'
import { percentOf } from './percent.ts'
import { Quotas, Results } from './results.tsx'
import { WrittenWords } from './written-words.tsx'

type Round = CallOutput<'GET /api/questionnaires/:id'>

interface RoundProps {
  readonly round: Round
}

export function RoundPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/questionnaires/:id', { params: { id } })
  const { again } = reading
  return <Awaited reading={reading}>{(round) => <Desk round={round} again={again} />}</Awaited>
}

function Desk({ round, again }: RoundProps & { readonly again: () => void }) {
  const { number, name, from, until, answered, places, responded, invited, toRegister } = round
  return (
    <StaffDetailPage
      title={`${name['zh-CN']}${texts.roundName(number)}`}
      back={{ href: '/work/questionnaires', label: texts.back }}
      state={
        round.state === 'running' ? (
          <Light colour="green">{texts.states.running}</Light>
        ) : (
          <span className="situation">{texts.states.over}</span>
        )
      }
      facts={[
        { label: texts.facts.period, value: `${dayText(from)}—${dayText(until)}` },
        { label: texts.facts.answered, value: texts.ofPlaces(answered, places) },
        {
          label: texts.facts.response,
          value: (
            <>
              {percentOf(responded, invited)}
              <small>{texts.invited(responded, invited)}</small>
            </>
          ),
        },
        { label: texts.facts.reminder, value: reminderOf(round) },
        { label: texts.facts.register, value: texts.toRegister(toRegister) },
      ]}
      left={
        <>
          <Quotas round={round} />
          <Results round={round} />
        </>
      }
      right={
        <>
          <WrittenWords round={round} again={again} />
          <Links round={round} />
          <Draw round={round} />
        </>
      }
    />
  )
}

function reminderOf({ remindedAt, remindsOn, bySms }: Round): string {
  if (bySms === 0) return texts.nobodyToRemind
  return remindedAt === null ? texts.remindsOn(dayText(remindsOn)) : texts.remindedOn(momentText(remindedAt))
}

function Links({ round: { id, bySms, byLetter, openLink } }: RoundProps) {
  return (
    <section className="staff-panel">
      <h2>{texts.links}</h2>
      <ul className="rows">
        <li>
          <span>{texts.bySms(bySms)}</span>
        </li>
        <li>
          <span>{texts.byLetter(byLetter)}</span>
          {byLetter > 0 && <Link href={`/work/questionnaires/${id}/letters`}>{texts.letters}</Link>}
        </li>
      </ul>
      {openLink !== null && (
        <>
          <h3>{texts.openLinkTitle}</h3>
          <img
            className="door-code"
            src={`data:image/svg+xml;utf8,${encodeURIComponent(openLink.svg)}`}
            alt={texts.openLinkAlt}
          />
          <p className="open-link">
            <a href={openLink.url}>{openLink.url}</a>
            <small className="due-day">{texts.openLinkAnswers(openLink.answered)}</small>
          </p>
        </>
      )}
    </section>
  )
}

function Draw({ round: { draw } }: RoundProps) {
  return (
    <section className="staff-panel">
      <h2>{texts.draw}</h2>
      <p>{texts.drawRule(draw.listed)}</p>
      <dl className="draw-facts">
        <dt>{texts.seed}</dt>
        <dd className="code">{draw.seed}</dd>
        <dt>{texts.digest}</dt>
        <dd className="code">{draw.digest}</dd>
      </dl>
    </section>
  )
}
