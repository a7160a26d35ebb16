/**
 * The papers of a case as links: which of them there are depends on how far it is.
 */

import type { Application } from '@guanjia/contract/registration'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'

type Paper = 'acceptance.pdf' | 'articles.pdf' | 'refusal.pdf' | 'archive.zip'

function papersOf({ stage, kind, dueAt, decidedAt, answers }: Application): readonly Paper[] {
  const hasArticles = kind === 'LLC' && answers.kind === 'LLC' && answers.articles?.model === true
  const isSubmitted = decidedAt !== null || stage === 'with-officer'
  return [
    ...(dueAt === null ? [] : (['acceptance.pdf'] as const)),
    ...(isSubmitted && hasArticles ? (['articles.pdf'] as const) : []),
    ...(stage === 'refused' ? (['refusal.pdf'] as const) : []),
    ...(decidedAt === null ? [] : (['archive.zip'] as const)),
  ]
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
