/**
 * Putting a paper into the library without a case: what it is, until when it is valid, and the file.
 */

import { useState } from 'react'
import { type Library, UploadControl, useWord } from '../../../../features/cases/index.ts'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { SelectField, TextField } from '../../../../ui/field.tsx'
import { ExpiryField, expiryOf, noExpiry } from './expiry-field.tsx'

interface LibraryFormProps {
  readonly library: Library
  /** code of the company, empty for one's own */
  readonly owner: string
  readonly onKept: () => void
}

export function LibraryForm({ library, owner, onKept }: LibraryFormProps) {
  const { library: texts } = casesZhCN
  const word = useWord()
  const [type, setType] = useState('')
  const [title, setTitle] = useState('')
  const [expiry, setExpiry] = useState(noExpiry)
  const [isKept, setKept] = useState(false)
  const expiresOn = expiryOf(expiry)
  const isReady = type !== '' && expiresOn !== 'wrong'
  function kept() {
    setKept(true)
    setType('')
    setTitle('')
    setExpiry(noExpiry)
    onKept()
  }
  return (
    <details className="sheet add-paper">
      <summary>{texts.add}</summary>
      <SelectField
        id="type"
        label={texts.type}
        hint={texts.typeHint}
        options={[
          { value: '', label: '—' },
          ...library.types.map(({ id, name }) => ({ value: id, label: word(name) })),
        ]}
        value={type}
        onChange={(value) => {
          setKept(false)
          setType(value)
          const chosen = library.types.find(({ id }) => id === value)
          if (title === '' && chosen !== undefined) setTitle(word(chosen.name))
        }}
      />
      <TextField id="title" label={texts.name} value={title} onChange={setTitle} />
      <ExpiryField id="expiry" expiry={expiry} onChange={setExpiry} />
      {isReady && expiresOn !== 'wrong' ? (
        <UploadControl
          label={title}
          keepAs={{
            type,
            ...(title.trim() === '' ? {} : { title: title.trim() }),
            ...(owner === '' ? {} : { organisation: owner }),
            ...(expiresOn === undefined ? {} : { expiresOn }),
          }}
          onKept={kept}
        />
      ) : (
        <p className="hint">{type === '' ? texts.typeFault : texts.dateFault}</p>
      )}
      {isKept && (
        <p className="notice good" role="status">
          {texts.kept}
        </p>
      )}
    </details>
  )
}
