/**
 * Firms that have not answered are reminded once, some days before the end.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { addDays, type PlainDate } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import { dayOf } from '../feedback-ports.ts'
import { mixAnswers } from './mixing.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { questionnaireTables } from './questionnaire-tables.ts'

const job = 'feedback.look-at-questionnaires'

/** Has the rounds looked at every morning of the zone: firms reminded, answers mixed. */
export function remindOfQuestionnaires(ports: QuestionnairePorts): void {
  ports.jobs.handle(job, async () => {
    await look(ports)
    await mixAnswers(ports)
  })
  ports.jobs.every(job, '20 1 * * *')
}

/** The day from which a round is reminded of. */
export function reminderDay({ questionnaires }: QuestionnairePorts, until: PlainDate): PlainDate {
  return addDays(until, -questionnaires.remindBefore.value)
}

async function look(ports: QuestionnairePorts): Promise<void> {
  const today = dayOf(ports, ports.clock.now())
  const rounds = await questionnaireTables(ports.database)
    .selectFrom('questionnaire_round')
    .select(['id', 'number', 'until_day'])
    .where('reminded_at', 'is', null)
    // whoever was invited this very morning needs no reminder
    .where('from_day', '<', today)
    .where('until_day', '>=', today)
    .execute()
  for (const round of rounds) if (reminderDay(ports, round.until_day) <= today) await remind(ports, round)
}

interface Round {
  readonly id: string
  readonly number: number
  readonly until_day: PlainDate
}

async function remind(ports: QuestionnairePorts, { id, number, until_day: until }: Round): Promise<void> {
  const principal = systemPrincipal('feedback')
  const command = { name: 'feedback.remind-firms', subject: id, principal, correlationId: ports.newId() }
  await ports.runCommand({ ...command, legal: false }, async (context) => {
    const tables = questionnaireTables(context.tx)
    const told = await tables
      .updateTable('questionnaire_round')
      .set({ reminded_at: context.now })
      .where('id', '=', id)
      .where('reminded_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (told === undefined) return accept(undefined)
    const silent = await tables
      .selectFrom('questionnaire_invitation as invitation')
      .innerJoin('questionnaire_quota as quota', (join) =>
        join
          .onRef('quota.round_id', '=', 'invitation.round_id')
          .onRef('quota.group_id', '=', 'invitation.group_id'),
      )
      .select('invitation.id')
      .where('invitation.round_id', '=', id)
      .where('invitation.way', '=', 'sms')
      .where('invitation.is_answered', '=', false)
      // whose group is full could not answer any more
      .whereRef('quota.answered', '<', 'quota.places')
      .execute()
    for (const invitation of silent)
      context.emit({ type: 'feedback.firm-reminded', subject: invitation.id, body: { number, until } })
    return accept(undefined)
  })
}
