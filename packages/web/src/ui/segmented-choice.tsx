/**
 * A choice among few, side by side, that takes effect at once: for filters.
 */

interface SegmentedChoiceProps<Value extends string> {
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { id, label, options, value, onChange } = props
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
