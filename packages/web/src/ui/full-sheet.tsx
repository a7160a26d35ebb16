/**
 * A sheet over the page: takes the focus, keeps it, and gives it back when it is closed.
 */

import { type ReactNode, useEffect, useRef } from 'react'

interface FullSheetProps {
  readonly label: string
  /** a look of its own */
  readonly className: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function FullSheet({ label, className, onClose, children }: FullSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`full-sheet ${className}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </dialog>
  )
}
