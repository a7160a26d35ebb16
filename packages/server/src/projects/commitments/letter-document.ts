/**
 * The letter for a choice of commitments: the same project, plan and day give the same words, and so the same digest.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import type { CommitmentLetter, LetterPart } from '@guanjia/core/projects'
import type { ProjectsRoom } from '../projects-ports.ts'
import {
  type CommitmentTerms,
  commitmentsOf,
  makeUpText,
  type PledgingProject,
  planWith,
  termsOf,
} from './commitment-terms.ts'
import type { LetterContent } from './letter-content.ts'

/** Who signs what, and when. */
export interface LetterWish {
  readonly commitments: readonly string[]
  readonly signer: string
  readonly on: PlainDate
}

/** Why there is no letter. */
export type LetterRefusal =
  | 'commitment-unknown'
  | 'commitment-not-applicable'
  | 'commitment-signed-already'
  | 'too-many-commitments'
  | 'calendar-not-published'

/** The letter as it would be signed. */
export function letterFor(
  room: ProjectsRoom & { readonly letters: LetterContent },
  project: PledgingProject,
  { commitments: ids, signer, on }: LetterWish,
): Result<CommitmentLetter, LetterRefusal> {
  const chosen = commitmentsOf(project, ids)
  if (!chosen.ok) return chosen
  const again = ids.find((id) => project.standing.includes(id))
  if (again !== undefined) return refuse('commitment-signed-already', { commitment: again })
  const plan = planWith(room, project, ids)
  if (!plan.ok) return plan
  const { letters } = room
  const { words } = letters
  const permit = plan.value.dates?.permit
  return accept({
    heading: words.heading,
    addressee: words.author,
    facts: [
      { label: words.facts.project, value: project.name },
      { label: words.facts.number, value: project.number },
      { label: words.facts.signer, value: signer },
      { label: words.facts.on, value: chineseDate(on) },
      ...(permit ? [{ label: words.facts.plan, value: chineseDate(permit) }] : []),
    ],
    told: chosen.value.map((one) => partOf(termsOf(room, project, one, { plan: plan.value }), letters)),
    pledges: words.pledges,
    closing: words.closing,
    signer,
  })
}

function partOf(
  { commitment, service, conditions, later, due }: CommitmentTerms,
  letters: LetterContent,
): LetterPart {
  const { words } = letters
  const { labels, kinds, periods, separator } = words
  const kind = kinds[commitment.kind]
  const sentence = ({ sentence: said }: (typeof conditions)[number]['guard']) => said['zh-CN'] ?? ''
  const stated = conditions.filter(({ confirm }) => confirm !== null)
  const forecast = due === null ? '' : filled(periods.forecast, { date: chineseDate(due) })
  return {
    id: commitment.id,
    name: commitment.name['zh-CN'] ?? commitment.id,
    rows: [
      { label: labels.kind, value: kind.name },
      { label: labels.service, value: service },
      { label: labels.basis, value: commitment.basis },
      { label: labels.conditions, value: conditions.map(({ guard }) => sentence(guard)).join('') },
      ...(stated.length === 0
        ? []
        : [{ label: labels.confirmed, value: stated.map(({ guard }) => sentence(guard)).join('') }]),
      { label: labels.later, value: later.join(separator) },
      { label: labels.makeUp, value: makeUpText(commitment, letters) + forecast },
      { label: labels.check, value: kind.check },
      { label: labels.consequence, value: kind.consequence },
    ],
  }
}

/** `2023-04-28` as 2023年4月28日. */
export function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
