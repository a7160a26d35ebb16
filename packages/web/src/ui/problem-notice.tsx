/**
 * A refusal in its own words; nothing where there is none.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'

export function ProblemNotice({ problem }: { readonly problem: ProblemDocument | undefined }) {
  if (problem === undefined) return null
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>{problem.title}</strong>
      </p>
      <p>{problem.detail}</p>
    </div>
  )
}
