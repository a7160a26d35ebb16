/**
 * The library: papers handed in once and used again, one's own and those of the companies one belongs to.
 */

import { useState } from 'react'
import { useApi } from '../../../../api/use-api.ts'
import { type Library, useWord } from '../../../../features/cases/index.ts'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { TextField } from '../../../../ui/field.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { SegmentedChoice } from '../../../../ui/segmented-choice.tsx'
import { Shell } from '../../../../ui/shell.tsx'
import { Title } from '../../../../ui/title.tsx'
import { LibraryDocument } from './library-document.tsx'
import { LibraryForm } from './library-form.tsx'

export function LibraryPage() {
  const { library: texts } = casesZhCN
  const reading = useApi('GET /api/evidence')
  return (
    <Shell back="/my/files">
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      <Awaited reading={reading}>
        {(library) => (
          <Shelf library={library} again={reading.state === 'ready' ? reading.again : () => undefined} />
        )}
      </Awaited>
    </Shell>
  )
}

function Shelf({ library, again }: { readonly library: Library; readonly again: () => void }) {
  const { library: texts } = casesZhCN
  const word = useWord()
  const [owner, setOwner] = useState('')
  const [words, setWords] = useState('')
  const documents = library.documents.filter(
    ({ organisation, title, typeName }) =>
      (organisation ?? '') === owner && `${title} ${word(typeName)}`.includes(words.trim()),
  )
  const isEmpty = library.documents.every(({ organisation }) => (organisation ?? '') !== owner)
  return (
    <>
      {library.organisations.length > 0 && (
        <SegmentedChoice
          id="owner"
          label={texts.whose}
          options={[
            { value: '', label: texts.own },
            ...library.organisations.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={owner}
          onChange={setOwner}
        />
      )}
      <LibraryForm key={owner} library={library} owner={owner} onKept={again} />
      {isEmpty ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <div className="search-line">
            <TextField
              id="words"
              label={texts.filter}
              hint={texts.filterHint}
              value={words}
              onChange={setWords}
            />
            <p role="status">{texts.found(String(documents.length))}</p>
          </div>
          <ul className="papers">
            {documents.map((document) => (
              <LibraryDocument key={document.id} document={document} onChange={again} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
