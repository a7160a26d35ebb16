/**
 * A room in a list: where it is, its figure, what firms ask first, and how it stands to the wishes.
 */

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLink, usePage } from '../../page.tsx'
import { RoomFigure } from './room-figure.tsx'
import { firstFacts, placeText, verdictWords, type WeighedRoom } from './room-words.ts'
import { useSpaceTexts } from './use-space-texts.ts'

interface RoomCardProps {
  readonly weighed: WeighedRoom
  /** verdicts that are told below the facts; those that do not hold where left out */
  readonly tells?: 'all' | 'open'
  readonly children?: ReactNode
}

const tenths = 10

export function RoomCard({ weighed: { room, score, verdicts }, tells = 'open', children }: RoomCardProps) {
  const texts = useSpaceTexts()
  const link = useLink()
  const { language } = usePage()
  const isRanked = verdicts.some(({ weight }) => weight !== 'hard')
  const told = verdicts.filter(({ outcome }) => tells === 'all' || outcome !== 'met')
  return (
    <article className="room-card">
      <header>
        <h3>
          <Link href={link(`/space/${room.id}`)}>
            {room.carrier.name[language]} {placeText(room.facts, texts)}
          </Link>
        </h3>
        {isRanked && <span className="tag">{texts.score(String(Math.round(score / tenths)))}</span>}
      </header>
      <RoomFigure facts={room.facts} />
      <dl>
        {firstFacts(room.facts, texts).map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {note !== undefined && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {told.length > 0 && (
        <ul className="verdicts">
          {told.map((verdict) => (
            <li key={verdict.field} className={verdict.outcome}>
              {verdictWords(verdict, room, texts, language)}
            </li>
          ))}
        </ul>
      )}
      {children}
    </article>
  )
}
