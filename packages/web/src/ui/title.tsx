/**
 * The title of the document, kept in step with the page; errors come first, so that a reader hears them at once.
 */

import { useEffect, useRef } from 'react'
import { usePage, useTexts } from '../page.tsx'

/** whether a page was shown before this one, in this document */
let wasTurned = false

export function Title({
  children,
  faulty = false,
}: {
  readonly children: string
  readonly faulty?: boolean
}) {
  const texts = useTexts()
  const { zone } = usePage()
  const title = `${faulty ? texts.flow.errorTitle : ''}${children} – ${zone.site}`
  useEffect(() => {
    document.title = title
  }, [title])
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // a page turned without loading begins at its heading, for the keyboard and for whoever listens
    if (wasTurned && document.activeElement === document.body) heading.current?.focus()
    wasTurned = true
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
