/**
 * What a step asks for: from the applicant, with what the library holds already; and what nobody is asked for.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'
import { useProjectTexts } from '../use-project-texts.ts'
import type { Guide } from './step-shown.ts'

type Evidence = Guide['evidence'][number]
type Document = CallOutput<'GET /api/evidence'>['documents'][number]

export function StepPapers({ guide }: { readonly guide: Guide }) {
  const { step: texts } = useProjectTexts()
  const link = useLink()
  const library = useApi('GET /api/evidence')
  const documents = library.state === 'ready' ? library.value.documents : []
  const groups = [
    ['applicant', texts.fromYou],
    ['kept', texts.fromKept],
    ['register', texts.fromRegister],
  ] as const
  if (guide.evidence.length === 0) return <p>{texts.papersNone}</p>
  return (
    <>
      {groups.map(([source, title]) => {
        const listed = guide.evidence.filter((one) => one.source === source)
        return listed.length === 0 ? null : (
          <div key={source} className={`evidence ${source}`}>
            <h3>
              {title} <small>{listed.length}</small>
            </h3>
            <ul>
              {listed.map((one) => (
                <Paper key={`${one.id} ${one.when}`} evidence={one} documents={documents} />
              ))}
            </ul>
          </div>
        )
      })}
      <p>
        <Link href={link('/my/evidence')}>{texts.library}</Link>
      </p>
    </>
  )
}

interface PaperProps {
  readonly evidence: Evidence
  readonly documents: readonly Document[]
}

function Paper({ evidence, documents }: PaperProps) {
  const { step: texts } = useProjectTexts()
  const { join } = useTexts()
  const { id, name, form, source, when, note, mayFollow, registers, givenBy } = evidence
  const held = source === 'applicant' ? documents.filter(({ type }) => type === id) : []
  const origins = [...registers, ...givenBy.map((service) => service.name)]
  return (
    <li>
      <Words>{name}</Words> {mayFollow && <span className="tag">{texts.mayFollow}</span>}
      {source === 'applicant' && <span className="hint">{texts.forms[form]}</span>}
      {when !== null && (
        <span className="hint">
          <Words>{texts.onlyWhen(when)}</Words>
        </span>
      )}
      {note !== null && (
        <span className="hint">
          <Words>{note}</Words>
        </span>
      )}
      {source !== 'applicant' && origins.length > 0 && (
        <span className="hint">
          <Words>{texts.registers(join.list(origins))}</Words>
        </span>
      )}
      {held.map((document) => (
        <Held key={document.id} document={document} />
      ))}
    </li>
  )
}

function Held({ document: { title, expired, uploadedAt } }: { readonly document: Document }) {
  const { step: texts } = useProjectTexts()
  const { day } = useMoments()
  const isExpired = expired === 'yes'
  return (
    <span className={isExpired ? 'held expired' : 'held'}>
      <span aria-hidden="true">{isExpired ? '▲' : '✓'}</span>{' '}
      <Words>{isExpired ? texts.haveExpired(title) : texts.have(title, day(uploadedAt.slice(0, 10)))}</Words>
    </span>
  )
}
