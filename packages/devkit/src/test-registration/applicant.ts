/**
 * Applicants of a test: people of full age who are signed in, each with a number of their own.
 */

import { identityCheckCharacter } from '../../../core/src/registration/index.ts'
import type { Browser, TestApp } from '../test-app/index.ts'

/** Somebody of full age who is signed in. */
export interface Applicant extends Browser {
  readonly name: string
  readonly identityNumber: string
}

let people = 0

/** Somebody new; the same name makes another person each time. */
export async function anApplicant(app: TestApp, name = '林海宁'): Promise<Applicant> {
  people += 1
  const first17 = `37021419880413${String(people).padStart(3, '0')}`
  const identityNumber = first17 + identityCheckCharacter(first17)
  return { ...(await app.signIn({ name, identityNumber })), name, identityNumber }
}
