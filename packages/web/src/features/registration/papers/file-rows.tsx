/**
 * Files that were handed in, each to be looked at, and taken away while that is possible.
 */

import type { Application } from '@guanjia/contract/registration'
import { addressOf } from '../../../api/call.ts'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { sizeText } from '../../../ui/size-text.ts'
import { Words } from '../../../ui/words.tsx'

type File = Application['papers'][number]['files'][number]

interface FileRowsProps {
  /** id of the application */
  readonly application: string
  readonly files: readonly Pick<File, 'digest' | 'name' | 'bytes'>[]
  readonly remove?: (digest: string) => void
}

export function FileRows({ application, files, remove }: FileRowsProps) {
  const { papers: texts } = useRegistrationTexts()
  if (files.length === 0) return null
  return (
    <ul className="rows files">
      {files.map(({ digest, name, bytes }) => (
        <li key={digest}>
          <span>
            <a href={fileAddress(application, digest)} target="_blank" rel="noreferrer">
              <Words>{name}</Words>
            </a>
            <small className="hint">{sizeText(bytes)}</small>
          </span>
          {remove !== undefined && (
            <button className="text-button" type="button" onClick={() => remove(digest)}>
              {texts.remove}{' '}
              <span className="visually-hidden">
                <Words>{name}</Words>
              </span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where a file is read. */
export function fileAddress(id: string, digest: string): string {
  return addressOf('GET /api/registration/applications/:id/files/:digest', { params: { id, digest } })
}
