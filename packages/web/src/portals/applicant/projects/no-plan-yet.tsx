/**
 * What stands on a page that needs a plan, before there is one.
 */

import { Link } from 'wouter'
import { useLink } from '../../../page.tsx'
import { commitmentTexts as texts } from '../../../texts/commitments-zh-cn.ts'

export function NoPlanYet({ id }: { readonly id: string }) {
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
