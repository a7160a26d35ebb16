/**
 * The title block: four cells as on an engineering drawing, the mark of the house.
 */

import type { ReactNode } from 'react'

export interface TitleCell {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
}

export function TitleBlock({ cells }: { readonly cells: readonly TitleCell[] }) {
  return (
    <dl className="title-block">
      {cells.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
