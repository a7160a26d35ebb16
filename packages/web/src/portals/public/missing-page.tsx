/**
 * Where there is no page, or not yet.
 */

import { Link } from 'wouter'
import { useLink, useTexts } from '../../page.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'

export function SoonPage({ name }: { readonly name: 'policies' }) {
  const { soon, site } = useTexts()
  const link = useLink()
  return (
    <Shell>
      <Title>{soon.title(site.nav[name])}</Title>
      <p>{soon.text}</p>
      <Link className="button quiet" href={link('/')}>
        {soon.home}
      </Link>
    </Shell>
  )
}

export function MissingPage() {
  const { missing, soon } = useTexts()
  const link = useLink()
  return (
    <Shell>
      <Title>{missing.title}</Title>
      <p>{missing.text}</p>
      <Link className="button quiet" href={link('/')}>
        {soon.home}
      </Link>
    </Shell>
  )
}
