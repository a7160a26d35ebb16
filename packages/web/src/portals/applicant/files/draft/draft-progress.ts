/**
 * How far a draft is: sections answered, papers brought, and where to go on.
 */

import type { CallOutput } from '../../../../api/call.ts'
import type { Attached, Case, Requirement } from '../../../../features/cases/index.ts'

type Form = CallOutput<'GET /api/cases/:id/form'>

/** The papers that come as files; what is answered on the screen is not among them. */
export function papersToBring({ service }: Case, { sections }: Form): readonly Requirement[] {
  return service.requirements.filter(
    ({ id, source, state }) =>
      source === 'applicant' &&
      state !== 'promised' &&
      !sections.some(({ requirement }) => requirement === id),
  )
}

/** How far something is. */
export type Progress = 'todo' | 'doing' | 'done'

/** How far a draft is. */
export interface DraftProgress {
  readonly form: Progress
  readonly papers: Progress
  readonly ready: number
  readonly asked: number
  /** place of the first section that is not answered, 0 where all are */
  readonly openSection: number
  /** page to go on at, under the address of the case */
  readonly next: string
}

/** How far a draft is; a paper that is promised for later counts as brought. */
export function draftProgress(file: Case, form: Form, evidence: readonly Attached[]): DraftProgress {
  const papers = papersToBring(file, form)
  const ready = papers.filter(
    ({ id }) =>
      evidence.some(({ requirement }) => requirement === id) || file.answers[`later.${id}`] === true,
  ).length
  const open = form.sections.findIndex((section) => !section.answered)
  const begun = form.sections.some((section) => section.answered) || file.answersVersion > 1
  const after = ready < papers.length ? 'papers' : 'check'
  return {
    form: progressOf(open < 0, begun),
    papers: progressOf(ready === papers.length, ready > 0),
    ready,
    asked: papers.length,
    openSection: Math.max(0, open),
    next: open < 0 ? after : `form/${open}`,
  }
}

function progressOf(isDone: boolean, isBegun: boolean): Progress {
  if (isDone) return 'done'
  return isBegun ? 'doing' : 'todo'
}
