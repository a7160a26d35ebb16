/**
 * The guide of a service: how long, when it is needed, with what, what comes of it, on which article.
 */

import { Link } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'
import { GuideBasis } from './guide-basis.tsx'
import { GuideEvidence } from './guide-evidence.tsx'
import { GuideOrder } from './guide-order.tsx'
import { Section } from './service-section.tsx'
import { type Guide, timeText } from './service-texts.ts'
import { useServiceTexts } from './use-service-texts.ts'

export function ServicePage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/services/:id', { params: { id } })
  const texts = useServiceTexts()
  return (
    <Shell back="/services">
      {reading.state === 'ready' ? null : <Title>{texts.title}</Title>}
      <Awaited reading={reading}>{(guide) => <ServiceGuide guide={guide} />}</Awaited>
    </Shell>
  )
}

function ServiceGuide({ guide }: { readonly guide: Guide }) {
  const texts = useServiceTexts()
  const { day } = useMoments()
  return (
    <>
      <Title>{guide.name}</Title>
      <p className="service-facts">
        <span className="code">{guide.id}</span>
        <span>{texts.kinds[guide.kind]}</span>
        {guide.group !== null && <span>{guide.group}</span>}
      </p>
      <Summary guide={guide} />
      {isApplication(guide) && (
        <p className="no-print">
          <Link className="button" href={`/my/files/new?service=${guide.id}`}>
            {texts.guide.apply}
          </Link>
        </p>
      )}
      <Section title={texts.guide.when}>
        <When guide={guide} />
      </Section>
      <Section title={texts.guide.evidence}>
        <GuideEvidence guide={guide} />
      </Section>
      <Section title={texts.guide.outputs}>
        <Outputs guide={guide} />
      </Section>
      <GuideOrder guide={guide} />
      <GuideBasis guide={guide} />
      <p className="hint">
        {texts.guide.unconfirmed} {texts.version(String(guide.version), day(guide.effectiveOn))}
      </p>
    </>
  )
}

/** Whether it is asked of an authority: agencies, tenders and fees are not. */
function isApplication({ kind }: Guide): boolean {
  return kind !== 'agency-work' && kind !== 'tender' && kind !== 'fee'
}

function Summary({ guide }: { readonly guide: Guide }) {
  const texts = useServiceTexts()
  const { join } = useTexts()
  const link = useLink()
  const [lead = '', ...others] = guide.authorities
  return (
    <TitleBlock
      className="guide-block"
      cells={[
        {
          label: texts.guide.committed,
          value: <Time time={guide.committed} />,
          note: <TimeNote time={guide.committed} />,
        },
        {
          label: texts.guide.statutory,
          value: <Time time={guide.statutory} />,
          note: <TimeNote time={guide.statutory} />,
        },
        {
          label: texts.guide.authority,
          value: lead,
          ...(others.length > 0 && { note: texts.guide.together(join.list(others)) }),
        },
        {
          label: texts.guide.stage,
          value: <Link href={link(`/services?stage=${guide.stage.stage}`)}>{guide.stage.name}</Link>,
        },
      ]}
    />
  )
}

function Time({ time }: { readonly time: Guide['statutory'] }) {
  const texts = useServiceTexts()
  return (
    <>
      {timeText(texts, time)} <Unconfirmed mark={time.mark} />
    </>
  )
}

function TimeNote({ time: { extension, note, source } }: { readonly time: Guide['statutory'] }) {
  const texts = useServiceTexts()
  return (
    <>
      {[
        ...(note === null ? [] : [note]),
        ...(extension === null ? [] : [texts.guide.extension(timeText(texts, extension), extension.note)]),
      ].map((line) => (
        <span className="because" key={line}>
          {line}
        </span>
      ))}
      <span className="because">
        <Words>{texts.guide.source(source)}</Words>
      </span>
    </>
  )
}

function When({ guide: { when } }: { readonly guide: Guide }) {
  const texts = useServiceTexts()
  if (when === null) return <p>{texts.guide.always}</p>
  return (
    <>
      <p>{when.words}</p>
      <details className="rule-text">
        <summary>{texts.guide.rule}</summary>
        <p className="code">{when.expression}</p>
      </details>
    </>
  )
}

function Outputs({ guide }: { readonly guide: Guide }) {
  const texts = useServiceTexts()
  return (
    <ul className="rows">
      {guide.outputs.map(({ name, validity }) => (
        <li key={name}>
          <strong>{name}</strong>
          {validity !== null && (
            <span>
              {texts.guide.validity(texts.units[validity.unit](String(validity.value)))}{' '}
              <Unconfirmed mark={validity.mark} />
              {validity.note !== null && <span className="hint">{validity.note}</span>}
              <span className="hint">
                <Words>{texts.guide.source(validity.source)}</Words>
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
