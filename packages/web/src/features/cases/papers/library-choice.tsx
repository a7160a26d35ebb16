/**
 * Taking a paper from the library: of the same kind first, expired ones in view and not to be chosen.
 */

import { useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import { useMoments } from '../../../ui/use-moments.ts'

export type Library = CallOutput<'GET /api/evidence'>
type Document = Library['documents'][number]

interface LibraryChoiceProps {
  /** id of the evidence type that is asked for */
  readonly type: string
  /** what it is for, for whoever listens */
  readonly label: string
  readonly documents: readonly Document[]
  readonly onChoose: (document: string) => void
}

export function LibraryChoice({ type, label, documents, onChoose }: LibraryChoiceProps) {
  const { papers: texts } = casesZhCN
  const [isOpen, setOpen] = useState(false)
  const sorted = documents.toSorted((one, other) => rankOf(one, type) - rankOf(other, type))
  return (
    <>
      <button className="text-button" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? texts.cancel : texts.library}
        <span className="visually-hidden">{label}</span>
      </button>
      {isOpen && (
        <div className="library-choice">
          <p className="label">{texts.choose}</p>
          {sorted.length === 0 && <p>{texts.chooseNone}</p>}
          <ul>
            {sorted.map((document) => (
              <Choice
                key={document.id}
                document={document}
                type={type}
                onChoose={() => {
                  setOpen(false)
                  onChoose(document.id)
                }}
              />
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function rankOf(document: Document, type: string): number {
  return (document.expired === 'yes' ? 2 : 0) + (document.type === type ? 0 : 1)
}

interface ChoiceProps {
  readonly document: Document
  readonly type: string
  readonly onChoose: () => void
}

function Choice({ document, type, onChoose }: ChoiceProps) {
  const { papers: texts, library } = casesZhCN
  const { day } = useMoments()
  const { title, expiresOn, expired, version } = document
  return (
    <li>
      <span>
        {title} <small>{texts.version(String(version))}</small>
        <span className="hint">
          {document.type === type && `${texts.fromType} `}
          {expiresOn === null ? library.always : library.valid(day(expiresOn))}
        </span>
      </span>
      {expired === 'yes' ? (
        <strong className="past">{texts.expired}</strong>
      ) : (
        <button className="text-button" type="button" aria-label={texts.takeNamed(title)} onClick={onChoose}>
          {texts.take}
        </button>
      )}
    </li>
  )
}
