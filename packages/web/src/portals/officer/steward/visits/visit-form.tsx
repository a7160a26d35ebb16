/**
 * One visit, written down on the spot with a thumb.
 */

import { type FormEvent, useState } from 'react'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { NextContact } from '../next-contact.tsx'
import { smallerPhoto } from './smaller-photo.ts'
import type { KeptPhoto, KeptProject, KeptVisit } from './visit-record.ts'

interface VisitFormProps {
  readonly projects: readonly KeptProject[]
  readonly chosen: string | null
  readonly onSave: (visit: KeptVisit) => Promise<void>
}

const texts = stewardTexts.visits
const mostPhotos = 6
const positionPatienceMs = 8_000

function todayInZone(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}

function positionNow(): Promise<KeptVisit['position']> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: positionPatienceMs },
    )
  })
}

/** What is being written down, and saving it. */
function useVisitDraft({ projects, chosen, onSave }: VisitFormProps) {
  const [projectId, setProject] = useState(chosen ?? projects[0]?.id ?? '')
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([])
  const [next, setNext] = useState('')
  const [said, setSaid] = useState('')
  const project = projects.find(({ id }) => id === projectId)
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    if (project === undefined) return
    if (words.trim() === '') return setSaid(texts.needed)
    const wantsPosition = given.get('position') !== null
    const position = wantsPosition ? await positionNow() : null
    await onSave({
      id: crypto.randomUUID(),
      projectId: project.id,
      project: project.name,
      at: new Date().toISOString(),
      text: words.trim(),
      place: String(given.get('place') ?? '').trim(),
      position,
      checked: given.getAll('checked').map(String),
      nextContactOn: next,
      photos,
      isRecorded: false,
      refused: null,
    })
    setWords('')
    setPhotos([])
    setNext('')
    form.reset()
    setSaid(wantsPosition && position === null ? texts.noPosition : texts.saved)
  }
  return { projectId, setProject, project, words, setWords, photos, setPhotos, next, setNext, said, save }
}

export function VisitForm(props: VisitFormProps) {
  const draft = useVisitDraft(props)
  const { project } = draft
  return (
    <form className="sheet visit-form contact-form" onSubmit={(event) => void draft.save(event)}>
      <label className="above" htmlFor="visit-project">
        {texts.project}
      </label>
      <select
        id="visit-project"
        value={draft.projectId}
        onChange={({ target }) => draft.setProject(target.value)}
      >
        {props.projects.map(({ id, number, name }) => (
          <option key={id} value={id}>
            {`${name}（${number}）`}
          </option>
        ))}
      </select>
      <label className="above" htmlFor="visit-words">
        {texts.words}
      </label>
      <textarea
        id="visit-words"
        rows={4}
        maxLength={2000}
        value={draft.words}
        onChange={({ target }) => draft.setWords(target.value)}
      />
      <PlaceField />
      {project?.gate != null && (
        <label className="tick-line">
          <input key={project.id} type="checkbox" name="checked" value={project.gate.step} />
          {texts.checked(project.gate.name)}
        </label>
      )}
      <PhotoField photos={draft.photos} onChange={draft.setPhotos} />
      <label className="tick-line">
        <input type="checkbox" name="position" />
        {texts.position}
      </label>
      <NextContact today={todayInZone()} value={draft.next} onChange={draft.setNext} />
      <button className="button" type="submit">
        {texts.save}
      </button>
      <p role="status">{draft.said}</p>
    </form>
  )
}

function PlaceField() {
  return (
    <>
      <label className="above" htmlFor="visit-place">
        {texts.place}
      </label>
      <input id="visit-place" name="place" maxLength={200} aria-describedby="visit-place-hint" />
      <p id="visit-place-hint" className="hint">
        {texts.placeHint}
      </p>
    </>
  )
}

interface PhotoFieldProps {
  readonly photos: readonly KeptPhoto[]
  readonly onChange: (photos: readonly KeptPhoto[]) => void
}

function PhotoField({ photos, onChange }: PhotoFieldProps) {
  async function add(files: readonly File[]) {
    const room = files.slice(0, mostPhotos - photos.length)
    const made = await Promise.all(room.map((file) => smallerPhoto(file)))
    onChange([...photos, ...made.map((bytes) => ({ id: crypto.randomUUID(), bytes, isSent: false }))])
  }
  return (
    <>
      <label className="above" htmlFor="visit-photos">
        {texts.photos}
      </label>
      <input
        id="visit-photos"
        type="file"
        accept="image/*"
        multiple
        disabled={photos.length >= mostPhotos}
        aria-describedby="visit-photos-hint"
        onChange={({ target }) => {
          void add([...(target.files ?? [])]).then(() => {
            target.value = ''
          })
        }}
      />
      <p id="visit-photos-hint" className="hint">
        {texts.photosHint}
      </p>
      <ul className="visit-photos">
        {photos.map((photo, place) => (
          <li key={photo.id}>
            <Thumbnail photo={photo} label={texts.photo(place + 1)} />
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
      </ul>
    </>
  )
}

function Thumbnail({ photo: { bytes }, label }: { readonly photo: KeptPhoto; readonly label: string }) {
  const [address] = useState(() => URL.createObjectURL(bytes))
  return <img src={address} alt={label} />
}
