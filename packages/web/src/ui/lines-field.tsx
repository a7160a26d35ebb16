/**
 * A question that is answered in several lines.
 */

interface LinesFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  readonly value: string
  readonly rows?: number
  readonly onChange: (value: string) => void
}

export function LinesField({ id, label, hint, fault, value, rows = 4, onChange }: LinesFieldProps) {
  const described = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean)
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
        rows={rows}
        maxLength={2000}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        aria-invalid={fault !== undefined}
        aria-describedby={described.join(' ') || undefined}
      />
    </div>
  )
}
