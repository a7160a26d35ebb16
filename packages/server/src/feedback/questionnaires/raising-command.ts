/**
 * What somebody wrote into a questionnaire becomes an issue of the register, once.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type Filing, type FilingRefusal, fileIssue } from '../commands/filing-command.ts'
import { doerOf } from '../commands/issue-commands.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { questionnaireTables } from './questionnaire-tables.ts'

/** Which words, and as what. */
export interface Raising extends Pick<Filing, 'kind' | 'topic'> {
  readonly textId: string
  readonly issueId: string
}

/** Files the words; nobody can be called back, and the issue says so. */
export async function raiseText(
  ports: QuestionnairePorts,
  context: CommandContext,
  { textId, issueId, kind, topic }: Raising,
): Promise<
  Result<{ id: string; number: string }, FilingRefusal | 'text-unknown' | 'text-in-register-already'>
> {
  const tables = questionnaireTables(context.tx)
  const text = await tables
    .selectFrom('questionnaire_text')
    .select(['words', 'issue_id'])
    .where('id', '=', textId)
    .forUpdate()
    .executeTakeFirst()
  if (text === undefined) return refuse('text-unknown')
  if (text.issue_id !== null) return refuse('text-in-register-already')
  const filed = await fileIssue(ports, context, {
    id: issueId,
    kind,
    source: 'questionnaire',
    intake: 'staff',
    topic,
    words: text.words,
    askerId: null,
    recordedBy: doerOf(context.principal),
  })
  if (!filed.ok) return filed
  await tables.updateTable('questionnaire_text').set({ issue_id: issueId }).where('id', '=', textId).execute()
  return accept({ id: issueId, number: filed.value.number })
}
