/**
 * The questions in their order, one page each, and the way from one to the next.
 */

/** The questions of each kind, by the name of their page. */
export const stepsOf = {
  LLC: ['name', 'seat', 'scope', 'capital', 'people', 'shareholders', 'posts', 'articles'],
  IND: ['name', 'seat', 'scope', 'people', 'operator'],
} as const

/** A question of the order, or one that was asked at the start and may be changed from the check page. */
export type Step = (typeof stepsOf)['LLC' | 'IND'][number] | 'special'

/** The page after a question; the check page after the last one, or when the reader came from there. */
export function pageAfter(kind: 'LLC' | 'IND', step: Step, fromCheck: boolean): Step | 'check' {
  const steps: readonly Step[] = stepsOf[kind]
  const place = steps.indexOf(step)
  return fromCheck || place < 0 ? 'check' : (steps[place + 1] ?? 'check')
}

/** The page before a question; undefined for the first. */
export function pageBefore(kind: 'LLC' | 'IND', step: Step): Step | undefined {
  const steps: readonly Step[] = stepsOf[kind]
  return steps[steps.indexOf(step) - 1]
}

/** The question to go on with: the first that is not done, else the check page. */
export function firstOpenPage(
  tasks: readonly { readonly section: string; readonly state: string }[],
): string {
  return tasks.find(({ state }) => state !== 'done')?.section ?? 'check'
}

/** The address of a page of the flow. */
export function flowAddress(page: string, id: string, fromCheck = false): string {
  return `/apply/company/${page}?id=${id}${fromCheck ? '&from=check' : ''}`
}
