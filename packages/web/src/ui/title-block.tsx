/**
 * The title block: four cells as on an engineering drawing, the mark of the house.
 */

import type { ReactNode } from 'react'

export interface TitleCell {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
}

interface TitleBlockProps {
  readonly cells: readonly TitleCell[]
  /** a look of its own beside that of every title block */
  readonly className?: string
}

export function TitleBlock({ cells, className }: TitleBlockProps) {
  return (
    <dl className={className === undefined ? 'title-block' : `title-block ${className}`}>
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
