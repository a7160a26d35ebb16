/**
 * What a search comes to: rooms that fit, the smallest loosening where none does, rooms to be asked about, and of every
 * other room why not.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import {
  formOf,
  placeText,
  RoomCard,
  searchOf,
  useSpaceTexts,
  verdictWords,
  type WeighedRoom,
  type WishForm,
} from '../../../features/premises/index.ts'
import { useLink, usePage } from '../../../page.tsx'

/** What one looks through before one asks for more. */
const firstShown = 12

type Matching = CallOutput<'GET /api/space/rooms'>

interface SearchResultsProps {
  readonly asked: WishForm
  readonly matching: Matching
}

export function SearchResults({ asked, matching }: SearchResultsProps) {
  const texts = useSpaceTexts()
  const { hits, unsure, rejected, counts } = matching
  const isAsked = searchOf(asked) !== ''
  return (
    <>
      {counts.hits > 0 ? (
        <h2>{(isAsked ? texts.found : texts.all)(String(counts.hits))}</h2>
      ) : (
        <Relaxations matching={matching} />
      )}
      <RoomCards rooms={hits.slice(0, firstShown)} />
      {hits.length > firstShown && (
        <details className="more-rooms">
          <summary>{texts.moreRooms(String(hits.length - firstShown))}</summary>
          <RoomCards rooms={hits.slice(firstShown)} />
        </details>
      )}
      {counts.unsure > 0 && (
        <>
          <h2>{texts.unsure(String(counts.unsure))}</h2>
          <p className="hint">{texts.unsureHint}</p>
          <RoomCards rooms={unsure} />
        </>
      )}
      {isAsked && <FileNeed asked={asked} />}
      {counts.rejected > 0 && <Rejected rejected={rejected} count={counts.rejected} />}
    </>
  )
}

function RoomCards({ rooms }: { readonly rooms: readonly WeighedRoom[] }) {
  return (
    <div className="room-cards">
      {rooms.map((weighed) => (
        <RoomCard key={weighed.room.id} weighed={weighed} />
      ))}
    </div>
  )
}

function Relaxations({ matching: { relaxations } }: Pick<SearchResultsProps, 'matching'>) {
  const texts = useSpaceTexts()
  const link = useLink()
  return (
    <section className="relaxations" aria-live="polite">
      <h2>{texts.none}</h2>
      <p>{texts.noneHint}</p>
      <ol>
        {relaxations.map(({ loosened, wishes, rooms }) => (
          <li key={loosened.map(({ field }) => field).join(' ')}>
            <span>
              {loosened
                .map(({ field, from, to }) => {
                  const [label, unit] = texts.fields[field]
                  const withUnit = (value: string) => `${value} ${unit}`.trim()
                  return to === null
                    ? texts.givenUp(label)
                    : texts.loosenedTo(label, withUnit(from), withUnit(to))
                })
                .join('；')}
              <small>{texts.opens(String(rooms))}</small>
            </span>
            <Link className="button quiet" href={link(`/space${searchOf(formOf(wishes))}`)}>
              {texts.loosen}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}

function FileNeed({ asked }: { readonly asked: WishForm }) {
  const texts = useSpaceTexts()
  const link = useLink()
  return (
    <p className="file-need">
      <span>{texts.fileHint}</span>
      <Link className="button" href={link(`/space/need${searchOf(asked)}`)}>
        {texts.file}
      </Link>
    </p>
  )
}

interface RejectedProps {
  readonly rejected: readonly WeighedRoom[]
  readonly count: number
}

function Rejected({ rejected, count }: RejectedProps) {
  const texts = useSpaceTexts()
  const link = useLink()
  const { language } = usePage()
  return (
    <details className="rejected">
      <summary>{texts.rejected(String(count))}</summary>
      <ul>
        {rejected.map(({ room, verdicts }) => (
          <li key={room.id}>
            <Link href={link(`/space/${room.id}`)}>
              {room.carrier.name[language]} {placeText(room.facts, texts)}
            </Link>
            <ul className="verdicts">
              {verdicts
                .filter(({ weight, outcome }) => weight === 'hard' && outcome !== 'met')
                .map((verdict) => (
                  <li key={verdict.field} className={verdict.outcome}>
                    {verdictWords(verdict, room, texts, language)}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
