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
  // one or two cells share the whole width between them
  const looks = ['title-block', cells.length <= 2 && 'few', className].filter(Boolean)
  return (
    <dl className={looks.join(' ')}>
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
