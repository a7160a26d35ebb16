/**
 * Pages that inform and need no data: business, help, accessibility, privacy.
 */

import { Link } from 'wouter'
import { useLink, useTexts } from '../../page.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'

export function BusinessPage() {
  const { business } = useTexts()
  const link = useLink()
  return (
    <Shell>
      <Title>{business.title}</Title>
      <p className="lead">{business.lead}</p>
      <p>
        <Link className="button" href={link('/apply/company')}>
          {business.open}
        </Link>
      </p>
      <h2>{business.how}</h2>
      <ol>
        {business.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2>{business.who}</h2>
      <p>{business.whoText}</p>
    </Shell>
  )
}

export function HelpPage() {
  const { help } = useTexts()
  return (
    <Shell>
      <Title>{help.title}</Title>
      {help.sections.map(([title, text]) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>
            <WithHotline text={text ?? ''} />
          </p>
        </section>
      ))}
    </Shell>
  )
}

const hotline = '12345'

/** A text in which the number of the hotline can be called. */
function WithHotline({ text }: { readonly text: string }) {
  const at = text.indexOf(hotline)
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <a href={`tel:${hotline}`}>{hotline}</a>
      {text.slice(at + hotline.length)}
    </>
  )
}

export function AccessibilityPage() {
  const { accessibility: texts, join } = useTexts()
  const link = useLink()
  return (
    <Shell>
      <Title>{texts.title}</Title>
      <p>{texts.standard}</p>
      <ul>
        {texts.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
        <li>
          <a href={link('/?size=large')}>{texts.large}</a>
          {join.labelled('', texts.largeText)}
        </li>
      </ul>
      <p>
        <WithHotline text={texts.help} />
      </p>
    </Shell>
  )
}

export function PrivacyPage() {
  const { privacy } = useTexts()
  return (
    <Shell>
      <Title>{privacy.title}</Title>
      <ul>
        {privacy.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Shell>
  )
}
