/**
 * Fields of the forms of supervision: a choice among units or sources, and a form that is folded until it is wanted.
 */

import { Button } from 'antd'
import { type ReactNode, useState } from 'react'

interface PickProps {
  readonly label: string
  readonly value: string
  readonly none: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (value: string) => void
}

/** A native choice that begins with nothing chosen. */
export function Pick({ label, value, none, options, onChange }: PickProps) {
  return (
    <label className="act-field light-choice">
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{none}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

interface FoldedProps {
  readonly label: string
  readonly hide: string
  readonly children: (fold: () => void) => ReactNode
}

/** A form behind its button. */
export function Folded({ label, hide, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        type={isOpen ? 'default' : 'primary'}
        aria-expanded={isOpen}
        onClick={() => setOpen((open) => !open)}
      >
        {isOpen ? hide : label}
      </Button>
      {isOpen && <section className="staff-panel supervision-form">{children(() => setOpen(false))}</section>}
    </>
  )
}
