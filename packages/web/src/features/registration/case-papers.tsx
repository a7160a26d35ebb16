/**
 * The papers of a case as links: which of them there are depends on how far it is.
 */

import type { Application } from '@guanjia/contract/registration'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { useMoments } from '../../ui/use-moments.ts'
import { Words } from '../../ui/words.tsx'

type Paper = 'acceptance.pdf' | 'application-form.pdf' | 'articles.pdf' | 'refusal.pdf' | 'archive.zip'

function papersOf({ stage, kind, dueAt, decidedAt, answers }: Application): readonly Paper[] {
  const isSubmitted = decidedAt !== null || stage === 'with-officer'
  return [
    ...(dueAt === null ? [] : (['acceptance.pdf'] as const)),
    ...(isSubmitted ? signedPapersOf({ kind, answers }) : []),
    ...(stage === 'refused' ? (['refusal.pdf'] as const) : []),
    ...(decidedAt === null ? [] : (['archive.zip'] as const)),
  ]
}

/** The papers with the signatures: own articles are among the files that were handed in. */
function signedPapersOf({ kind, answers }: Pick<Application, 'kind' | 'answers'>): readonly Paper[] {
  const hasArticles = kind === 'LLC' && answers.kind === 'LLC' && answers.articles?.model === true
  return ['application-form.pdf', ...(hasArticles ? (['articles.pdf'] as const) : [])]
}

export function CasePapers({ application }: { readonly application: Application }) {
  const { result: texts } = useRegistrationTexts()
  const papers = papersOf(application)
  if (papers.length === 0) return null
  return (
    <>
      <h2>{texts.papers}</h2>
      <ul className="rows">
        {papers.map((paper) => (
          <li key={paper}>
            <a href={`/api/registration/applications/${application.id}/${paper}`}>{texts.paper[paper]}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who has signed the papers, and when: what a registrar decides on is what stands in them. */
export function SignedBy({ signers }: Pick<Application, 'signers'>) {
  const { result: texts, sign } = useRegistrationTexts()
  const { moment } = useMoments()
  return (
    <>
      <h2>{texts.signers}</h2>
      <p className="hint">{texts.asSigned}</p>
      <ul className="rows">
        {signers.map(({ partyId, name, signedAt }) => (
          <li key={partyId}>
            <Words>{name}</Words>
            <span>{signedAt === null ? sign.waiting : moment(signedAt)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
