/**
 * Why a check did not pass: which one, under which article, and how to mend it.
 */

import type { Application } from '@guanjia/contract/registration'
import { useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Unconfirmed } from '../../ui/unconfirmed.tsx'
import { Words } from '../../ui/words.tsx'
import { Basis } from './basis.tsx'

export function FailedChecks({ checks }: { readonly checks: Application['reasons'] }) {
  const { result } = useRegistrationTexts()
  const { join } = useTexts()
  return (
    <ul className="rows">
      {checks.flatMap((check) =>
        check.because.map((reason) => (
          <li key={`${check.id} ${reason.code} ${reason.partyId}`}>
            <div>
              <strong>
                <Words>{join.labelled(check.title, reason.text)}</Words>
              </strong>
              <small className="hint">
                <Basis article={reason.article ?? check.article} /> <Unconfirmed mark={reason.mark} />
              </small>
              {reason.mend !== '' && (
                <p>
                  <Words>
                    {join.labelled(reason.outcome === 'human' ? result.next : result.mend, reason.mend)}
                  </Words>
                </p>
              )}
            </div>
          </li>
        )),
      )}
    </ul>
  )
}
