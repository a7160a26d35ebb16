/**
 * The documents of a service by where each comes from: what the applicant brings first, what nobody is asked for after.
 */

import { Link } from 'wouter'
import { useLink, useTexts } from '../../../page.tsx'
import { type Guide, timeText } from './service-texts.ts'
import { useServiceTexts } from './use-service-texts.ts'

type Evidence = Guide['evidence'][number]

const sources = ['applicant', 'kept', 'register'] as const

export function GuideEvidence({ guide }: { readonly guide: Guide }) {
  const texts = useServiceTexts()
  const { evidence, makeUp, oneTimeNotice } = guide
  if (evidence.length === 0) return <p>{texts.guide.noEvidence}</p>
  return (
    <>
      {sources.map((source) => {
        const listed = evidence.filter((one) => one.source === source)
        return listed.length === 0 ? null : (
          <div key={source} className={`evidence ${source}`}>
            <h3>
              {texts.guide.sources[source]} <small>{listed.length}</small>
            </h3>
            <ul>
              {listed.map((one) => (
                <li key={`${one.id} ${one.when}`}>
                  <Item evidence={one} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {makeUp !== null && <p>{texts.guide.makeUp(timeText(texts, makeUp))}</p>}
      {oneTimeNotice !== null && (
        <p>
          {texts.guide.notice(timeText(texts, oneTimeNotice))} {oneTimeNotice.note}
        </p>
      )}
    </>
  )
}

function Item({ evidence }: { readonly evidence: Evidence }) {
  const texts = useServiceTexts()
  const { join } = useTexts()
  const { name, note, when, mayFollow, registers, givenBy } = evidence
  return (
    <>
      {name} {mayFollow && <span className="tag">{texts.guide.mayFollow}</span>}
      {note !== null && <span className="hint">{note}</span>}
      {when !== null && <span className="hint">{texts.guide.onlyWhen(when)}</span>}
      {registers.length > 0 && <span className="hint">{texts.guide.from(join.list(registers))}</span>}
      {givenBy.length > 0 && (
        <span className="hint">
          <Givers givenBy={givenBy} />
        </span>
      )}
    </>
  )
}

function Givers({ givenBy }: Pick<Evidence, 'givenBy'>) {
  const link = useLink()
  return (
    <span className="links">
      {givenBy.map(({ id, name }) => (
        <Link key={id} href={link(`/services/${id}`)}>
          {name}
        </Link>
      ))}
    </span>
  )
}
