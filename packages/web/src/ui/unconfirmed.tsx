/**
 * The mark of what rests on a figure or rule that nobody has confirmed yet.
 */

import { useTexts } from '../page.tsx'

export function Unconfirmed({ mark }: { readonly mark: 'S' | 'G' | 'U' | undefined }) {
  const { site } = useTexts()
  return mark === 'U' ? <span className="tag">{site.unconfirmed}</span> : null
}
