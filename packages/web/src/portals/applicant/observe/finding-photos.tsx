/**
 * Photos of a finding: drawn anew and small on the device, kept there until they are sent.
 */

import { useState } from 'react'
import { picturePosition, smallerPicture } from '../../../features/feedback/index.ts'
import { observeTexts as texts } from '../../../texts/observe-zh-cn.ts'
import type { QueuedPhoto } from './queue/finding-record.ts'

interface FindingPhotosProps {
  readonly photos: readonly QueuedPhoto[]
  readonly most: number
  readonly onChange: (photos: readonly QueuedPhoto[]) => void
}

export function FindingPhotos({ photos, most, onChange }: FindingPhotosProps) {
  const [isUnreadable, setUnreadable] = useState(false)
  async function add(files: readonly File[]) {
    const made = await Promise.all(files.slice(0, most - photos.length).map(queuedPhoto))
    const readable = made.filter((photo) => photo !== undefined)
    setUnreadable(readable.length < made.length)
    onChange([...photos, ...readable])
  }
  return (
    <div className="field photo-field">
      <span className="label">{texts.photos}</span>
      <span className="hint" id="finding-photos-hint">
        {texts.photosHint(most)}
      </span>
      <ul className="photo-row">
        {photos.map((photo, place) => (
          <li key={photo.id}>
            <img src={`data:image/jpeg;base64,${photo.bytes}`} alt={texts.photo(place + 1)} />
            <button
              className="text-button"
              type="button"
              aria-label={texts.removePhoto(place + 1)}
              onClick={() => onChange(photos.filter((one) => one !== photo))}
            >
              {texts.remove}
            </button>
          </li>
        ))}
        {photos.length < most && <AddPhoto onAdd={(files) => void add(files)} />}
      </ul>
      {isUnreadable && <p role="status">{texts.unreadable}</p>}
    </div>
  )
}

async function queuedPhoto(file: File): Promise<QueuedPhoto | undefined> {
  const bytes = await smallerPicture(file)
  if (bytes === undefined) return undefined
  const position = picturePosition(await file.arrayBuffer()) ?? null
  return { id: crypto.randomUUID(), bytes, position, keptAs: null }
}

function AddPhoto({ onAdd }: { readonly onAdd: (files: readonly File[]) => void }) {
  return (
    <li>
      <label className="photo-add">
        <input
          className="visually-hidden"
          type="file"
          accept="image/*"
          multiple
          aria-describedby="finding-photos-hint"
          onChange={({ target }) => {
            onAdd([...(target.files ?? [])])
            target.value = ''
          }}
        />
        <span aria-hidden="true">＋</span>
        {texts.addPhoto}
      </label>
    </li>
  )
}
