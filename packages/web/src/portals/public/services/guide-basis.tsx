/**
 * On what a service rests: special procedures, commitments, articles and notes, each with source and mark.
 */

import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'
import { Section } from './service-section.tsx'
import { type Guide, timeText } from './service-texts.ts'
import { useServiceTexts } from './use-service-texts.ts'

export function GuideBasis({ guide }: { readonly guide: Guide }) {
  return (
    <>
      <Excluded procedures={guide.excluded} />
      <ByCommitment offer={guide.byCommitment} />
      <Articles articles={guide.legalBasis} />
      <Notes notes={guide.notes} />
    </>
  )
}

function Excluded({ procedures }: { readonly procedures: Guide['excluded'] }) {
  const texts = useServiceTexts()
  return procedures.length === 0 ? null : (
    <Section title={texts.guide.excluded}>
      <p>{texts.guide.excludedLead}</p>
      <ul className="rows">
        {procedures.map(({ name, limit, when, source, mark }) => (
          <li key={name}>
            <span>
              {name} <Unconfirmed mark={mark} />
              {when !== null && <span className="hint">{texts.guide.onlyWhen(when)}</span>}
            </span>
            <span>
              {limit !== null && texts.guide.limit(timeText(texts, limit))}
              {limit?.note != null && <span className="hint">{limit.note}</span>}
              <Source text={source} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ByCommitment({ offer }: { readonly offer: Guide['byCommitment'] }) {
  const texts = useServiceTexts()
  return offer === null ? null : (
    <Section title={texts.guide.promise}>
      <p>
        {texts.guide.promiseText} {offer.note} <Unconfirmed mark={offer.mark} />
        <Source text={offer.source} />
      </p>
    </Section>
  )
}

function Articles({ articles }: { readonly articles: Guide['legalBasis'] }) {
  const texts = useServiceTexts()
  const { day } = useMoments()
  return (
    <Section title={texts.guide.basis}>
      {articles.length === 0 ? (
        <p>{texts.guide.noBasis}</p>
      ) : (
        <ul className="rows">
          {articles.map(({ statute, article, from, mark }) => (
            <li key={`${statute} ${article}`}>
              <span>
                {texts.guide.article(statute, article)} <Unconfirmed mark={mark} />
              </span>
              {from !== null && <span className="hint">{texts.guide.inForce(day(from))}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Notes({ notes }: { readonly notes: Guide['notes'] }) {
  const texts = useServiceTexts()
  return notes.length === 0 ? null : (
    <Section title={texts.guide.notes}>
      <ul>
        {notes.map(({ text, source, mark }) => (
          <li key={text}>
            {text} <Unconfirmed mark={mark} />
            <Source text={source} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Source({ text }: { readonly text: string }) {
  const texts = useServiceTexts()
  return (
    <span className="hint">
      <Words>{texts.guide.source(text)}</Words>
    </span>
  )
}
