/**
 * Questions: label above, hint below it, the fault between them and the box, tied together for readers that listen.
 */

import type { InputHTMLAttributes, ReactNode } from 'react'
import { useLanguageOf, Words } from './words.tsx'

export interface FieldFaultText {
  /** id of the field the fault belongs to */
  readonly field: string
  readonly text: string
  /** page that holds the field, where it is another one */
  readonly href?: string
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode
  readonly fault?: string | undefined
}

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly input?: InputHTMLAttributes<HTMLInputElement>
  readonly suffix?: string
  readonly short?: boolean
}

export function TextField(props: TextFieldProps) {
  const { id, label, hint, fault, value, onChange, input, suffix, short = false } = props
  const box = (
    <input
      {...input}
      id={id}
      className={short ? 'input short' : 'input'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aria-invalid={fault !== undefined}
      aria-describedby={`${id}-hint ${id}-fault`}
    />
  )
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>
        <Words>{label}</Words>
      </label>
      <Hints id={id} hint={hint} fault={fault} />
      {suffix === undefined ? (
        box
      ) : (
        <div className="suffix">
          {box}
          <span>{suffix}</span>
        </div>
      )}
    </div>
  )
}

function Hints({
  id,
  hint,
  fault,
}: {
  readonly id: string
  readonly hint: ReactNode
  readonly fault: string | undefined
}) {
  return (
    <>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span className="fault" id={`${id}-fault`}>
          <Words>{fault}</Words>
        </span>
      )}
    </>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value: string | undefined
  readonly onChange: (value: string) => void
}

/** One of several, all of them in view. */
export function ChoiceField({ id, label, hint, fault, options, value, onChange }: ChoiceFieldProps) {
  return (
    <fieldset className={fault === undefined ? 'field' : 'field wrong'} id={id} tabIndex={-1}>
      <legend>{label}</legend>
      <Hints id={id} hint={hint} fault={fault} />
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <Words>{option.label}</Words>
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (value: string) => void
  /** what stands in the field as long as none of the options is chosen */
  readonly unchosen?: string
}

/** One of many, from a list. */
export function SelectField({
  id,
  label,
  hint,
  fault,
  options,
  value,
  onChange,
  unchosen,
}: SelectFieldProps) {
  const languageOf = useLanguageOf()
  const isOpen = unchosen !== undefined && options.every((option) => option.value !== value)
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>
        <Words>{label}</Words>
      </label>
      <Hints id={id} hint={hint} fault={fault} />
      <select
        id={id}
        className="input"
        value={isOpen ? '' : value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint ${id}-fault`}
      >
        {isOpen && (
          <option value="" disabled>
            {unchosen}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={languageOf(option.label)}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

interface TickProps {
  readonly id: string
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly fault?: string | undefined
}

/** A single yes. */
export function Tick({ id, label, checked, onChange, fault }: TickProps) {
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <Hints id={id} hint={undefined} fault={fault} />
      <div className="choices">
        <label className="choice" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={checked}
            onChange={(event) => onChange(event.target.checked)}
          />
          <span>{label}</span>
        </label>
      </div>
    </div>
  )
}
