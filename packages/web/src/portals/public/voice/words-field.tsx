/**
 * Several lines of words.
 */

interface WordsFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly fault: string | undefined
  readonly onChange: (value: string) => void
}

export function WordsField({ id, label, hint, value, fault, onChange }: WordsFieldProps) {
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      <textarea
        id={id}
        className="input"
        rows={4}
        maxLength={2000}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint ${id}-fault`}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
