/**
 * The photos of a room: each with what is seen on it, taken away one by one; a new one is made smaller on the device.
 */

import { Button } from 'antd'
import { useRef, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { smallerPicture } from '../../../../features/feedback/index.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField } from '../../department/acts/act-fields.tsx'

const texts = spaceDeskTexts.rooms.photos
const shortest = 2

type Own = CallOutput<'GET /api/space/own-rooms'>
type Room = Own['rooms'][number]

interface PhotoListProps {
  readonly room: Pick<Room, 'id' | 'photos'>
  readonly most: Own['photosAtMost']
  readonly again: () => void
}

export function PhotoList({ room, most, again }: PhotoListProps) {
  return (
    <section className="room-photo-desk" aria-label={texts.title}>
      <p className="situation">{texts.hint(most)}</p>
      <ul>
        {room.photos.map((photo) => (
          <Photo key={photo.id} roomId={room.id} photo={photo} again={again} />
        ))}
      </ul>
      {room.photos.length < most && <AddPhoto roomId={room.id} again={again} />}
    </section>
  )
}

interface PhotoProps {
  readonly roomId: string
  readonly photo: Room['photos'][number]
  readonly again: () => void
}

function Photo({ roomId: id, photo, again }: PhotoProps) {
  const act = useCaseAct()
  async function remove() {
    const params = { id, photo: photo.id }
    const done = await act.run(() =>
      call('POST /api/space/own-rooms/:id/photos/:photo/removal', { params, body: {} }),
    )
    if (done !== undefined) again()
  }
  return (
    <li>
      <img loading="lazy" src={`/api/space/own-rooms/${id}/photos/${photo.id}`} alt={photo.shows} />
      <small>{photo.shows}</small>
      <BusyButton size="small" busy={act.busy} onClick={() => void remove()}>
        {texts.remove}
        <span className="visually-hidden">{photo.shows}</span>
      </BusyButton>
      <ProblemNotice problem={act.refusal} />
    </li>
  )
}

function AddPhoto({ roomId: id, again }: Pick<PhotoProps, 'roomId' | 'again'>) {
  const picker = useRef<HTMLInputElement>(null)
  const [shows, setShows] = useState('')
  const act = useCaseAct()
  async function add(file: File | undefined) {
    if (file === undefined) return
    const bytes = (await smallerPicture(file)) ?? ''
    const done = await act.run(() =>
      call('POST /api/space/own-rooms/:id/photos', { params: { id }, body: { bytes, shows: shows.trim() } }),
    )
    if (done === undefined) return
    setShows('')
    again()
  }
  return (
    <div className="line-acts">
      <LineField id={`${id}-shows`} label={texts.shows} value={shows} onChange={setShows} />
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        accept="image/*"
        aria-label={texts.add}
        tabIndex={-1}
        onChange={({ target }) => {
          void add(target.files?.[0])
          target.value = ''
        }}
      />
      <Button disabled={act.busy || shows.trim().length < shortest} onClick={() => picker.current?.click()}>
        {texts.add}
      </Button>
      <ProblemNotice problem={act.refusal} />
    </div>
  )
}
