/**
 * What stands on a page that needs a plan, before there is one.
 */

import { Link } from 'wouter'
import { useCommitmentTexts } from '../../../features/projects/index.ts'
import { useLink } from '../../../page.tsx'

export function NoPlanYet({ id }: { readonly id: string }) {
  const texts = useCommitmentTexts()
  const link = useLink()
  return (
    <>
      <p>{texts.noPlan}</p>
      <Link className="button" href={link(`/build/new/${id}/check`)}>
        {texts.toQuestions}
      </Link>
    </>
  )
}
