import { Input } from 'antd'

interface PhraseFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isNew?: boolean
}

/** A passphrase: it is used in this browser and never sent. */
export function PhraseField({ id, label, hint, value, onChange, isNew = false }: PhraseFieldProps) {
  return (
    <div className="act-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="lead-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Input
        id={id}
        type="password"
        className="lead-phrase"
        autoComplete={isNew ? 'new-password' : 'off'}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
