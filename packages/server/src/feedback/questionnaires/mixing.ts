/**
 * Answers lose their order. A tick, the words beside it and the mark on the firm's invitation are written in one
 * transaction, and whoever holds the database could join them by it; so every night all answers are written anew, in the
 * order of ids that chance has made.
 */

import { sql } from 'kysely'
import { dayOf } from '../feedback-ports.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { questionnaireTables } from './questionnaire-tables.ts'

/** Mixes the answers of every round that has not been mixed since its end. */
export async function mixAnswers(ports: QuestionnairePorts): Promise<void> {
  const now = ports.clock.now()
  const today = dayOf(ports, now)
  const rounds = await questionnaireTables(ports.database)
    .selectFrom('questionnaire_round')
    .select(['id', 'until_day'])
    .where('mixed_at', 'is', null)
    .execute()
  for (const { id, until_day: until } of rounds) await mix(ports, id, until < today ? now : null)
}

async function mix({ database }: QuestionnairePorts, id: string, mixedAt: Date | null): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`
      with gone as (delete from questionnaire_answer where round_id = ${id} returning *)
      insert into questionnaire_answer select * from gone order by id`.execute(tx)
    await sql`
      with gone as (delete from questionnaire_text where round_id = ${id} returning *)
      insert into questionnaire_text select * from gone order by id`.execute(tx)
    await questionnaireTables(tx)
      .updateTable('questionnaire_round')
      .set({ mixed_at: mixedAt })
      .where('id', '=', id)
      .execute()
  })
}
