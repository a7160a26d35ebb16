/**
 * Choosing a file or taking a photograph, and what becomes of it on the way.
 */

import { type ChangeEvent, useId } from 'react'
import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import { sizeText } from '../../../ui/size-text.ts'
import { type KeepAs, type Kept, partsOf, type UploadState, useUpload } from './use-upload.ts'

const accepted = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'
const acceptedNames = /\.(pdf|jpe?g|png)$/i
const largestFile = 50 * 1024 * 1024

interface UploadControlProps {
  /** what the file is, for whoever listens instead of looking */
  readonly label: string
  readonly keepAs: KeepAs
  readonly onKept: (kept: Kept) => void
  readonly quiet?: boolean
}

export function UploadControl({ label, keepAs, onKept, quiet = true }: UploadControlProps) {
  const { upload: texts, papers } = casesZhCN
  const upload = useUpload()
  const id = useId()
  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file === undefined) return
    const fault = faultOf(file)
    if (fault !== undefined) return upload.refuse(fault)
    const kept = await upload.send(file, keepAs)
    if (kept !== undefined) onKept(kept)
  }
  const isBusy = upload.state.phase !== 'idle' && upload.state.phase !== 'refused'
  const look = quiet ? 'button quiet file-button' : 'button file-button'
  return (
    <div className="upload">
      {!isBusy && (
        <span className="row-actions">
          <span className={look}>
            <label htmlFor={id}>
              {papers.upload}
              <span className="visually-hidden">{label}</span>
            </label>
            <input id={id} type="file" accept={accepted} onChange={(event) => void choose(event)} />
          </span>
          <span className="button quiet file-button camera">
            <label htmlFor={`${id}-camera`}>
              {papers.camera}
              <span className="visually-hidden">{label}</span>
            </label>
            <input
              id={`${id}-camera`}
              type="file"
              accept="image/*"
              capture="environment"
              onChange={(event) => void choose(event)}
            />
          </span>
        </span>
      )}
      <UploadProgress state={upload.state} />
      {upload.state.phase === 'broken' && (
        <span className="row-actions">
          <button className="button quiet" type="button" onClick={upload.again}>
            {texts.again}
          </button>
          <button className="text-button" type="button" onClick={upload.stop}>
            {texts.stop}
          </button>
        </span>
      )}
    </div>
  )
}

function UploadProgress({ state }: { readonly state: UploadState }) {
  const { upload: texts } = casesZhCN
  if (state.phase === 'idle') return null
  if (state.phase === 'refused')
    return (
      <p className="fault" role="alert">
        {state.text}
      </p>
    )
  if (state.phase === 'checking') return <p role="status">{texts.checking}</p>
  const [done, all] = partsOf(state)
  return (
    <div className="upload-progress">
      <progress max={state.size} value={state.sent} aria-label={state.name} />
      <p role="status">
        <strong>{texts.progress(String(done), String(all))}</strong>{' '}
        <small>
          {state.name} {texts.size(sizeText(state.sent), sizeText(state.size))}
        </small>
        {state.isResumed && <small className="because">{texts.resumed}</small>}
      </p>
      {state.phase === 'broken' && <p className="upload-broken">{texts.broken}</p>}
    </div>
  )
}

function faultOf(file: File): string | undefined {
  const { upload: texts } = casesZhCN
  const kind = /\.[^.]+$/.exec(file.name)?.[0] ?? file.name
  if (!acceptedNames.test(file.name) && !['image/jpeg', 'image/png'].includes(file.type))
    return texts.wrongKind(kind)
  if (file.size === 0) return texts.empty
  return file.size > largestFile ? texts.tooLarge : undefined
}
