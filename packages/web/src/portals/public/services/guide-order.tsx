/**
 * What comes before a service and what waits for it, as links.
 */

import { Link } from 'wouter'
import { useLink } from '../../../page.tsx'
import { Section } from './service-section.tsx'
import type { Guide } from './service-texts.ts'
import { useServiceTexts } from './use-service-texts.ts'

export function GuideOrder({ guide: { after, before } }: { readonly guide: Guide }) {
  const texts = useServiceTexts()
  return (
    <>
      <Section title={texts.guide.before}>
        {after.length === 0 ? (
          <p>{texts.guide.nothingBefore}</p>
        ) : (
          <ul className="rows">
            {after.map(({ anyOf, reason }) => (
              <li key={anyOf.map(({ id }) => id).join(' ')}>
                <span>
                  {anyOf.length > 1 && <span className="hint">{texts.guide.anyOf}</span>}
                  <Links services={anyOf} />
                </span>
                {reason !== null && <span className="hint">{reason}</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {before.length > 0 && (
        <Section title={texts.guide.after}>
          <Links services={before} />
        </Section>
      )}
    </>
  )
}

function Links({ services }: { readonly services: Guide['before'] }) {
  const link = useLink()
  return (
    <span className="links">
      {services.map(({ id, name }) => (
        <Link key={id} href={link(`/services/${id}`)}>
          {name}
        </Link>
      ))}
    </span>
  )
}
