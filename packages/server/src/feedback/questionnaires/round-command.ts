/**
 * Opening a round: the firms are drawn by a seed that is recorded with the list it was drawn from, and every one of them
 * gets a link of its own.
 */

import { randomBytes } from 'node:crypto'
import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import { drawFirms, groupOfFirm, listDigest } from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { doerOf } from '../commands/issue-commands.ts'
import type { Questionnaire, QuestionnairesContent } from '../content/questionnaires-content.ts'
import { dayOf } from '../feedback-ports.ts'
import type { NamedFirm, QuestionnairePorts } from './questionnaire-ports.ts'
import { questionnaireTables } from './questionnaire-tables.ts'

/** What the desk wants. */
export interface RoundWish {
  readonly id: string
  readonly questionnaire: string
  readonly until: string
  readonly grouping: string
  readonly quotas: readonly { readonly group: string; readonly places: number }[]
  readonly hasOpenLink: boolean
}

/** Why no round was opened. */
export type RoundRefusal =
  | 'questionnaire-unknown'
  | 'group-not-listed'
  | 'round-days-wrong'
  | 'open-link-not-allowed'
  | 'nobody-to-invite'

type Grouping = QuestionnairesContent['groupings'][number]
type GroupedFirm = NamedFirm & { readonly group: string }

/** A wish that fits the content. */
interface Plan {
  readonly questionnaire: Questionnaire
  readonly grouping: Grouping
  readonly places: ReadonlyMap<string, number>
  readonly today: PlainDate
  readonly until: PlainDate
}

/** Opens a round and invites whom the lot has fallen on. */
export async function openQuestionnaireRound(
  ports: QuestionnairePorts,
  context: CommandContext,
  wish: RoundWish,
): Promise<Result<{ id: string; number: number; invited: number }, RoundRefusal>> {
  const planned = planOf(ports, context, wish)
  if (!planned.ok) return planned
  const plan = planned.value
  const firms = groupedFirms(await ports.findFirms(context.tx), plan)
  const seed = randomBytes(16).toString('hex')
  const factor = ports.questionnaires.invitedForEachPlace.value
  const lots = new Map([...plan.places].map(([group, places]) => [group, places * factor]))
  const drawn = drawFirms(firms, { seed, places: lots })
  if (drawn.length === 0 && !wish.hasOpenLink) return refuse('nobody-to-invite')
  const draw = { seed, listed: firms.length, digest: listDigest(firms) }
  const number = await insertRound(ports, context, { wish, plan, draw })
  await insertQuotas(context, { id: wish.id, plan, firms })
  await invite(ports, context, { id: wish.id, number, until: plan.until, drawn })
  context.emit({
    type: 'feedback.questionnaire-opened',
    subject: wish.id,
    body: { number, until: plan.until, invited: drawn.length },
  })
  context.record({
    act: 'feedback.questionnaire-opened',
    subject: wish.id,
    body: { number, until: plan.until, ...draw, invited: drawn.length },
  })
  return accept({ id: wish.id, number, invited: drawn.length })
}

function planOf(
  ports: QuestionnairePorts,
  context: CommandContext,
  wish: RoundWish,
): Result<Plan, RoundRefusal> {
  const { questionnaires, groupings, openLink } = ports.questionnaires
  const questionnaire = questionnaires.find(({ id }) => id === wish.questionnaire)
  if (questionnaire === undefined) return refuse('questionnaire-unknown')
  const grouping = groupings.find(({ id }) => id === wish.grouping)
  const places = new Map(wish.quotas.map((quota) => [quota.group, quota.places]))
  const isListed = (group: string) => grouping?.groups.some(({ id }) => id === group)
  if (grouping === undefined || ![...places.keys()].every(isListed)) return refuse('group-not-listed')
  const today = dayOf(ports, context.now)
  const until = plainDate(wish.until)
  if (until < today) return refuse('round-days-wrong')
  if (wish.hasOpenLink && !openLink.value) return refuse('open-link-not-allowed')
  return accept({ questionnaire, grouping, places, today, until })
}

/** The firms of the groups that have places. */
function groupedFirms(
  firms: readonly NamedFirm[],
  { grouping, places, today }: Plan,
): readonly GroupedFirm[] {
  return firms.flatMap((firm) => {
    const group = groupOfFirm(grouping, firm, today)
    return group !== undefined && places.has(group) ? [{ ...firm, group }] : []
  })
}

interface NewRound {
  readonly wish: RoundWish
  readonly plan: Plan
  readonly draw: { readonly seed: string; readonly listed: number; readonly digest: string }
}

async function insertRound(
  { surveyLinks }: QuestionnairePorts,
  context: CommandContext,
  { wish, plan, draw }: NewRound,
): Promise<number> {
  const salt = wish.hasOpenLink ? surveyLinks.newSalt() : null
  const { number } = await questionnaireTables(context.tx)
    .insertInto('questionnaire_round')
    .values({
      id: wish.id,
      questionnaire: JSON.stringify(plan.questionnaire),
      grouping_id: plan.grouping.id,
      from_day: plan.today,
      until_day: plan.until,
      seed: draw.seed,
      listed: draw.listed,
      list_digest: draw.digest,
      link_salt: salt,
      token_hash: salt === null ? null : surveyLinks.tokenHashOf(salt),
      opened_by: doerOf(context.principal),
      opened_at: context.now,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

async function insertQuotas(
  { tx }: CommandContext,
  { id, plan, firms }: { readonly id: string; readonly plan: Plan; readonly firms: readonly GroupedFirm[] },
): Promise<void> {
  const quotas = plan.grouping.groups.flatMap((group, place) => {
    const places = plan.places.get(group.id)
    const listed = firms.filter((firm) => firm.group === group.id).length
    const name = JSON.stringify(group.name)
    return places === undefined ? [] : [{ round_id: id, group_id: group.id, place, name, places, listed }]
  })
  await questionnaireTables(tx).insertInto('questionnaire_quota').values(quotas).execute()
}

interface Inviting {
  readonly id: string
  readonly number: number
  readonly until: PlainDate
  readonly drawn: readonly GroupedFirm[]
}

/** rows of one statement; the wire counts its parameters with two bytes */
const mostRows = 5000

/** Firms that left a number are told at once; the others get their link on paper. */
async function invite(
  { findFirmPhones, surveyLinks, newId }: QuestionnairePorts,
  context: CommandContext,
  { id, number, until, drawn }: Inviting,
): Promise<void> {
  const codes = drawn.map(({ code }) => code)
  const phones = await findFirmPhones(context.tx, codes)
  const rows = drawn.map(({ code, name, group }) => {
    const salt = surveyLinks.newSalt()
    return {
      id: newId(),
      round_id: id,
      company_code: code,
      company: name,
      group_id: group,
      way: phones.has(code) ? ('sms' as const) : ('letter' as const),
      link_salt: salt,
      token_hash: surveyLinks.tokenHashOf(salt),
    }
  })
  for (let from = 0; from < rows.length; from += mostRows)
    await questionnaireTables(context.tx)
      .insertInto('questionnaire_invitation')
      .values(rows.slice(from, from + mostRows))
      .execute()
  for (const row of rows.filter(({ way }) => way === 'sms'))
    context.emit({ type: 'feedback.firm-invited', subject: row.id, body: { number, until } })
}
