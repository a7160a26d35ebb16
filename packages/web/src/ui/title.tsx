/**
 * The title of the document, kept in step with the page; errors come first, so that a reader hears them at once.
 */

import { useEffect } from 'react'
import { useTexts } from '../page.tsx'

export function Title({
  children,
  faulty = false,
}: {
  readonly children: string
  readonly faulty?: boolean
}) {
  const texts = useTexts()
  const title = `${faulty ? texts.flow.errorTitle : ''}${children} – ${texts.site.name}`
  useEffect(() => {
    document.title = title
  }, [title])
  return <h1>{children}</h1>
}
