interface SelectFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (value: string) => void
  /** what stands there before anything is chosen */
  readonly placeholder?: string
}

/** A choice of one from a list. */
export function SelectField({ id, label, value, options, onChange, placeholder }: SelectFieldProps) {
  return (
    <div className="act-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="lead-select" value={value} onChange={({ target }) => onChange(target.value)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
