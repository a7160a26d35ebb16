/**
 * Why a check did not pass: which one, under which article, and how to mend it.
 */

import type { Application } from '@guanjia/contract/registration'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'

export function FailedChecks({ checks }: { readonly checks: Application['reasons'] }) {
  const { result, name } = useRegistrationTexts()
  return (
    <ul className="rows">
      {checks.flatMap((check) =>
        check.because.map((reason) => (
          <li key={`${check.id} ${reason.code} ${reason.partyId}`}>
            <div>
              <strong>
                {check.title}:{reason.text}
              </strong>
              <small className="hint">{name.article(reason.article ?? check.article)}</small>
              {reason.mend !== '' && (
                <p>
                  {result.mend}:{reason.mend}
                </p>
              )}
            </div>
          </li>
        )),
      )}
    </ul>
  )
}
