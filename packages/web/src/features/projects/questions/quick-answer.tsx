/**
 * An answer of one touch beside the boxes.
 */

interface QuickAnswerProps {
  readonly children: string
  readonly busy: boolean
  readonly press: () => void
}

export function QuickAnswer({ children, busy, press }: QuickAnswerProps) {
  return (
    <button className="button quiet" type="button" disabled={busy} onClick={press}>
      {children}
    </button>
  )
}
