/**
 * One room with every fact that is known.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import {
  figureText,
  firstFacts,
  type OfferedRoom,
  otherFacts,
  placeText,
  RoomFigure,
  useSpaceTexts,
} from '../../../features/premises/index.ts'
import { useLink, usePage } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { useMoments } from '../../../ui/use-moments.ts'

type RoomWithPhotos = CallOutput<'GET /api/space/rooms/:id'>

export function RoomPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/space/rooms/:id', { params: { id } })
  return (
    <Shell back="/space">
      <Awaited reading={reading}>{(room) => <Room room={room} />}</Awaited>
    </Shell>
  )
}

function Room({ room }: { readonly room: RoomWithPhotos }) {
  const texts = useSpaceTexts()
  const link = useLink()
  const { language } = usePage()
  const { day } = useMoments()
  const { carrier, facts, offeredUntil } = room
  const area = figureText(facts.areaSquareDecimetres, 2).replaceAll(',', '')
  return (
    <>
      <Title>{placeText(facts, texts)}</Title>
      <p className="lead">
        {carrier.name[language]} · {carrier.street}
      </p>
      <TitleBlock className="room-block" cells={firstFacts(facts, texts)} />
      <figure className="room-drawing">
        <RoomFigure facts={facts} />
        <figcaption>{texts.room.figure}</figcaption>
      </figure>
      <Photos room={room} />
      <h2>{texts.room.facts}</h2>
      <dl className="answers">
        {otherFacts(facts, texts, day).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Flags facts={facts} />
      <p className="hint">{texts.room.until(day(offeredUntil))}</p>
      <div className="actions">
        <Link className="button" href={link(`/space/need?area=${area}&carrier=${carrier.id}`)}>
          {texts.room.want}
        </Link>
      </div>
    </>
  )
}

function Photos({ room: { id, photos } }: { readonly room: RoomWithPhotos }) {
  const texts = useSpaceTexts()
  if (photos.length === 0) return null
  return (
    <>
      <h2>{texts.room.photos}</h2>
      <ul className="room-photos">
        {photos.map(({ id: photo, shows }) => (
          <li key={photo} lang="zh-CN">
            <a href={`/api/space/rooms/${id}/photos/${photo}`}>
              <img loading="lazy" src={`/api/space/rooms/${id}/photos/${photo}`} alt={shows} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const flags = ['water', 'gas', 'steam', 'sewage', 'exhaust', 'registrable', 'title'] as const

function Flags({ facts }: Pick<OfferedRoom, 'facts'>) {
  const texts = useSpaceTexts()
  const words = (value: boolean | null) => {
    if (value === null) return texts.room.unknown
    return value ? texts.room.yes : texts.room.no
  }
  return (
    <ul className="room-flags">
      {flags.map((flag) => (
        <li key={flag} className={facts[flag] === null ? 'unknown' : facts[flag] ? 'yes' : 'no'}>
          {texts.flags[flag]} <b>{words(facts[flag])}</b>
        </li>
      ))}
    </ul>
  )
}
