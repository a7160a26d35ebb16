/**
 * Choosing a file or taking a photograph for a paper, and how far it is on its way.
 */

import type { ChangeEvent } from 'react'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { sizeText } from '../../../ui/size-text.ts'
import { Words } from '../../../ui/words.tsx'
import { type UploadState, useUpload } from '../../cases/index.ts'

const accepted = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'
const acceptedNames = /\.(pdf|jpe?g|png)$/i

export interface PaperUploadProps {
  readonly id: string
  /** what the file is, for whoever listens instead of looking */
  readonly label: string
  readonly isFirst: boolean
  readonly largestBytes: number
  /** type under which the library keeps it */
  readonly keepAs: string
  /** the document it became */
  readonly onKept: (document: string) => void
}

export function PaperUpload(props: PaperUploadProps) {
  const { papers: texts } = useRegistrationTexts()
  const { id, label, isFirst, keepAs, onKept } = props
  const upload = useUpload()
  const faultIn = useFileFault(props.largestBytes)
  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file === undefined) return
    const fault = faultIn(file)
    if (fault !== undefined) return upload.refuse(fault)
    const kept = await upload.send(file, { type: keepAs })
    if (kept !== undefined) onKept(kept.id)
  }
  const isFree = upload.state.phase === 'idle' || upload.state.phase === 'refused'
  return (
    <div className="paper-upload">
      {isFree && (
        <FileChoices id={id} label={label} isFirst={isFirst} choose={(event) => void choose(event)} />
      )}
      <Progress state={upload.state} />
      {upload.state.phase === 'broken' && (
        <div className="file-choices">
          <button className="button quiet" type="button" onClick={upload.again}>
            {texts.again}
          </button>
          <button className="text-button" type="button" onClick={upload.stop}>
            {texts.stop}
          </button>
        </div>
      )}
    </div>
  )
}

interface FileChoicesProps extends Pick<PaperUploadProps, 'id' | 'label' | 'isFirst'> {
  readonly choose: (event: ChangeEvent<HTMLInputElement>) => void
}

/** A file from where one is, or a photograph where there is a camera at hand. */
function FileChoices({ id, label, isFirst, choose }: FileChoicesProps) {
  const { papers: texts } = useRegistrationTexts()
  const named = (
    <span className="visually-hidden">
      <Words>{label}</Words>
    </span>
  )
  return (
    <div className="file-choices">
      <label className="button quiet">
        {isFirst ? texts.upload : texts.another} {named}
        <input
          className="visually-hidden"
          id={`${id}-file`}
          type="file"
          accept={accepted}
          onChange={choose}
        />
      </label>
      <label className="button quiet camera">
        {texts.camera} {named}
        <input
          className="visually-hidden"
          id={`${id}-camera`}
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={choose}
        />
      </label>
    </div>
  )
}

function Progress({ state }: { readonly state: UploadState }) {
  const { papers: texts } = useRegistrationTexts()
  if (state.phase === 'idle') return null
  if (state.phase === 'refused')
    return (
      <span className="fault" role="alert">
        {state.text}
      </span>
    )
  if (state.phase === 'checking') return <p role="status">{texts.checking}</p>
  return (
    <div>
      <progress max={state.size} value={state.sent} aria-label={state.name} />
      <p role="status">
        {texts.sending(sizeText(state.sent), sizeText(state.size))}
        {state.isResumed && ` ${texts.resumed}`}
      </p>
      {state.phase === 'broken' && <p className="hint">{texts.broken}</p>}
    </div>
  )
}

/** What a file is refused for before it is sent. */
function useFileFault(largestBytes: number): (file: File) => string | undefined {
  const { papers: texts } = useRegistrationTexts()
  return (file) => {
    if (!acceptedNames.test(file.name) && !['image/jpeg', 'image/png'].includes(file.type))
      return texts.wrongKind(/\.[^.]+$/.exec(file.name)?.[0] ?? file.name)
    if (file.size === 0) return texts.empty
    return file.size > largestBytes ? texts.tooLarge(largestBytes / 1_048_576) : undefined
  }
}
