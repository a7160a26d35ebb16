/**
 * Set-ups as people file them, for tests of what comes before, with and after them.
 */

export { ok } from './answer.ts'
export { type Applicant, anApplicant } from './applicant.ts'
export {
  aFilledDraft,
  changeAnswers,
  type Draft,
  reasonCodes,
  signDraft,
  submitDraft,
} from './draft.ts'
export { type RegistrationDesk, registrationDesk } from './registration-desk.ts'
