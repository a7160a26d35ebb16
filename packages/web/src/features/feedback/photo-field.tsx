/**
 * Photos of what somebody speaks of: made smaller on the device, kept at once, handed in by their ids.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { smallerPicture } from './smaller-picture.ts'

/** A photo that was kept. */
export interface KeptPhoto {
  readonly id: string
  /** address of the picture on this device */
  readonly shown: string
}

interface PhotoFieldProps {
  readonly id: string
  readonly photos: readonly KeptPhoto[]
  readonly most: number
  readonly onChange: (photos: readonly KeptPhoto[]) => void
  readonly words: {
    readonly label: string
    readonly hint: string
    readonly add: string
    readonly remove: string
    readonly photo: (number: string) => string
  }
}

export function PhotoField({ id, photos, most, onChange, words }: PhotoFieldProps) {
  const [problem, setProblem] = useState<ProblemDocument>()
  const [busy, setBusy] = useState(false)
  async function add(files: readonly File[]) {
    setBusy(true)
    let kept = photos
    for (const file of files.slice(0, most - photos.length)) {
      const bytes = (await smallerPicture(file)) ?? ''
      const answer = await call('POST /api/voice/photos', { body: { bytes } })
      setProblem(answer.ok ? undefined : answer.problem)
      if (answer.ok) kept = [...kept, { id: answer.value.id, shown: URL.createObjectURL(file) }]
    }
    setBusy(false)
    onChange(kept)
  }
  return (
    <div className="field photo-field">
      <span className="label" id={`${id}-label`}>
        {words.label}
      </span>
      <span className="hint" id={`${id}-hint`}>
        {words.hint}
      </span>
      <ul className="photo-row">
        {photos.map((photo, place) => (
          <li key={photo.id}>
            <img src={photo.shown} alt={words.photo(String(place + 1))} />
            <button
              className="text-button"
              type="button"
              onClick={() => onChange(photos.filter((each) => each.id !== photo.id))}
            >
              {words.remove}
              <span className="visually-hidden">{words.photo(String(place + 1))}</span>
            </button>
          </li>
        ))}
        {photos.length < most && (
          <AddPhoto id={id} label={words.add} busy={busy} onAdd={(files) => void add(files)} />
        )}
      </ul>
      <ProblemNotice problem={problem} />
    </div>
  )
}

interface AddPhotoProps {
  readonly id: string
  readonly label: string
  readonly busy: boolean
  readonly onAdd: (files: readonly File[]) => void
}

function AddPhoto({ id, label, busy, onAdd }: AddPhotoProps) {
  return (
    <li>
      <label className="photo-add" aria-busy={busy}>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept="image/*"
          multiple
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            onAdd([...(target.files ?? [])])
            target.value = ''
          }}
        />
        <span aria-hidden="true">＋</span>
        {label}
      </label>
    </li>
  )
}
