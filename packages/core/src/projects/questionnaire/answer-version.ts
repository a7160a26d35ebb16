/**
 * Two people at one questionnaire: whoever answers different questions works side by side; whoever answers the same one
 * with something else, without having seen the other's answer, is told.
 */

/** Answers by the name of their attribute. */
type Answers = Readonly<Record<string, unknown>>

/** The answers of a project, with the version that last changed each. */
export interface VersionedAnswers {
  readonly answers: Answers
  /** 1 or more; counts the times answers were kept */
  readonly version: number
  /** by attribute; one that is not named was there from the start, or is not answered */
  readonly changed: Readonly<Record<string, number>>
}

/**
 * The attributes whose answer would be overwritten by somebody who has not seen it.
 *
 * @param seen - the version whose answers the sender has seen
 */
export function unseenAnswers(
  { answers, changed }: VersionedAnswers,
  given: Answers,
  seen: number,
): readonly string[] {
  return Object.keys(given).filter(
    (attribute) => (changed[attribute] ?? 0) > seen && !isSame(answers[attribute], given[attribute]),
  )
}

/** The answers with these among them, one version on; an answer that stays what it was keeps its version. */
export function answersAfter(
  { answers, version, changed }: VersionedAnswers,
  given: Answers,
): VersionedAnswers {
  const next = version + 1
  const moved = Object.keys(given).filter((attribute) => !isSame(answers[attribute], given[attribute]))
  return {
    answers: { ...answers, ...given },
    version: next,
    changed: { ...changed, ...Object.fromEntries(moved.map((attribute) => [attribute, next])) },
  }
}

/** Answers are plain values or lists of them. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
