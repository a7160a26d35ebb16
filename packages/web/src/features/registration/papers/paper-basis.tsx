/**
 * The article that asks for a paper, and how sure that is: what nobody has checked against the law is said to be general
 * practice.
 */

import type { Application } from '@guanjia/contract/registration'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { Basis } from '../basis.tsx'

interface PaperBasisProps {
  readonly paper: Pick<Application['papers'][number], 'article' | 'mark'>
}

export function PaperBasis({ paper: { article, mark } }: PaperBasisProps) {
  const { papers: texts } = useRegistrationTexts()
  return (
    <span className="hint">
      <Basis article={article} /> <Unconfirmed mark={mark} />
      {mark === 'G' && <span className="tag">{texts.general}</span>}
    </span>
  )
}
