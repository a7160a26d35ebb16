/**
 * Questions of a questionnaire, each as plain fields that a browser sends by itself.
 */

import { Words } from '../../../ui/words.tsx'

interface AskedProps {
  readonly id: string
  readonly label: string
  /** third of nine */
  readonly step?: string
  readonly hint?: string | undefined
  readonly fault: string | undefined
}

interface OfferedProps extends AskedProps {
  readonly options: readonly {
    readonly id: string
    readonly label: string
    readonly hint?: string
    readonly disabled?: boolean
  }[]
}

function Around({
  id,
  label,
  step,
  hint,
  fault,
  children,
}: AskedProps & { readonly children: React.ReactNode }) {
  return (
    <fieldset className={fault === undefined ? 'field' : 'field wrong'} id={id} tabIndex={-1}>
      <legend>
        {step !== undefined && <small className="survey-step">{step}</small>}
        <Words>{label}</Words>
      </legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      {fault !== undefined && <span className="fault">{fault}</span>}
      {children}
    </fieldset>
  )
}

function Offered({ id, options, type }: OfferedProps & { readonly type: 'radio' | 'checkbox' }) {
  return (
    <div className={options.length > 3 ? 'choices survey-options' : 'choices'}>
      {options.map((option) => (
        <label className="choice" key={option.id}>
          <input
            type={type}
            name={id}
            value={option.id}
            required={type === 'radio'}
            disabled={option.disabled}
          />
          <span>
            <Words>{option.label}</Words>
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

/** One of several. */
export function ChoiceQuestion(props: OfferedProps) {
  return (
    <Around {...props}>
      <Offered {...props} type="radio" />
    </Around>
  )
}

/** As many as apply. */
export function TickQuestion(props: OfferedProps) {
  return (
    <Around {...props}>
      <Offered {...props} type="checkbox" />
    </Around>
  )
}

const marks = [1, 2, 3, 4, 5] as const

interface ScaleProps extends AskedProps {
  readonly low: string
  readonly high: string
}

/** A mark from 1 to 5, side by side, with what the ends mean; whoever listens hears it at the ends. */
export function ScaleQuestion({ low, high, ...asked }: ScaleProps) {
  const ends: Readonly<Record<number, string>> = { 1: low, 5: high }
  return (
    <Around {...asked}>
      <div className="survey-scale">
        {marks.map((mark) => (
          <label className="choice" key={mark}>
            <input
              type="radio"
              name={asked.id}
              value={mark}
              required
              aria-label={ends[mark] === undefined ? String(mark) : `${mark} ${ends[mark]}`}
            />
            <span>{mark}</span>
          </label>
        ))}
      </div>
      <p className="survey-ends" aria-hidden="true">
        <span>1 {low}</span>
        <span>5 {high}</span>
      </p>
    </Around>
  )
}

/** Words. */
export function TextQuestion({ id, label, step, hint, fault, most }: AskedProps & { readonly most: number }) {
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>
        {step !== undefined && <small className="survey-step">{step}</small>}
        {label}
      </label>
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
        name={id}
        className="input"
        rows={5}
        maxLength={most}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint ${id}-fault`}
      />
    </div>
  )
}
