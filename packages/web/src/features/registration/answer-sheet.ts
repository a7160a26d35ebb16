/**
 * The answers on the screen beside those of the server: what was changed here stays apart until it is saved, so that it can be
 * laid over answers that were changed elsewhere in the meantime.
 */

import type { Application, ApplicationAnswers } from '@guanjia/contract/registration'

/** Answers by their field; a field that was cleared is there without a value. */
export type ChangedAnswers = Partial<ApplicationAnswers>

/** What is on the screen, and what of it the server does not have. */
export interface AnswerSheet {
  readonly answers: ApplicationAnswers
  /** version of the server's answers that these stand on */
  readonly version: number
  readonly changed: ChangedAnswers
}

/** The sheet of an application that was just read. */
export function openSheet({ answers, version }: Pick<Application, 'answers' | 'version'>): AnswerSheet {
  return { answers, version, changed: {} }
}

/** Whether nothing is left to save. */
export function isSaved({ changed }: AnswerSheet): boolean {
  return Object.keys(changed).length === 0
}

/** Some answers were changed on the screen. */
export function changeSheet(sheet: AnswerSheet, part: ChangedAnswers): AnswerSheet {
  return {
    ...sheet,
    answers: laidOver(sheet.answers, part),
    changed: { ...sheet.changed, ...part } as ChangedAnswers,
  }
}

/** The server has taken what was `sent`; what was changed since then is still to be saved. */
export function savedSheet(sheet: AnswerSheet, sent: ChangedAnswers, version: number): AnswerSheet {
  const changed = Object.fromEntries(
    Object.entries(sheet.changed).filter(
      ([field, value]) => !Object.hasOwn(sent, field) || Reflect.get(sent, field) !== value,
    ),
  )
  return { ...sheet, version, changed }
}

/** The answers were changed elsewhere: those stand now, with what was changed here over them. */
export function rereadSheet(
  { changed }: AnswerSheet,
  { answers, version }: Pick<Application, 'answers' | 'version'>,
): AnswerSheet {
  return { answers: laidOver(answers, changed), version, changed }
}

function laidOver(answers: ApplicationAnswers, part: ChangedAnswers): ApplicationAnswers {
  return { ...answers, ...part } as ApplicationAnswers
}
