/**
 * What the parts of a case that runs are given.
 */

import type { Case } from '../../../../features/cases/index.ts'

export interface RunningProps {
  readonly file: Case
  /** reads the case anew, after a command has moved it on */
  readonly onChange: () => void
}
