/**
 * The parts of the pages of cases, for the pages that compose them.
 */

export { CaseClocks } from './case-clocks.tsx'
export { CaseHistory } from './case-history.tsx'
export {
  type Case,
  type CaseLine,
  colourOf,
  remainingText,
  type Situation,
  turnText,
  untilText,
} from './case-standing.ts'
export { EventDays } from './event-days.tsx'
export { AnswerList } from './form/answer-list.tsx'
export { type FormSection, faultText } from './form/question-field.tsx'
export { SectionForm } from './form/section-form.tsx'
export { useCaseAnswers } from './form/use-case-answers.ts'
export { type Attached, AttachedList } from './papers/attached-list.tsx'
export { HousePapers } from './papers/house-papers.tsx'
export type { Library } from './papers/library-choice.tsx'
export { PaperItem, type Requirement } from './papers/paper-item.tsx'
export { PaperSource } from './papers/paper-source.tsx'
export { sendFile } from './upload/resumable-upload.ts'
export { UploadControl } from './upload/upload-control.tsx'
export { browserUploads } from './upload/upload-memory.ts'
export { type UploadState, uploadDoor, useUpload } from './upload/use-upload.ts'
export { useCaseCommand } from './use-case-command.ts'
export { useWord, type Wording } from './use-word.ts'
