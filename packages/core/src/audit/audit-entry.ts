/**
 * One line of the trail: who did what to which subject, when, and under which correlation id. The trail is read by people
 * who have no business with the matters in it, and is never erased: it holds names of acts and ids, no personal data.
 *
 * @see GB/T 22239-2019 8.1.4.3: 审计记录应包括事件的日期和时间、用户、事件类型、事件是否成功及其他与审计相关的信息
 */

import { accept, isPlainId, type Result, refuse } from '../kernel/index.ts'

/** A line as it is handed over to be written; the moment is given by the database that writes it. */
export interface AuditEntry {
  /** `person:<id>`, `system:<job>` or `anonymous`; never a name */
  readonly principal: string
  /** name of the command, `room.act` */
  readonly command: string
  /** id or number of what it was done to; empty where there is none */
  readonly subject: string
  /** id that log, problem and trail have in common */
  readonly correlationId: string
}

/** Why a line may not be written. */
export type AuditRefusal = 'audit-principal-named' | 'audit-command-malformed' | 'audit-subject-personal'

const principalForm = /^(?:person:[\w-]{1,64}|system:[\w.-]{1,64}|anonymous)$/
const commandForm = /^[a-z][a-z-]*\.[a-z][a-z-]*$/
/**
 * A line that may be written. Refuses a principal that is not an id, a command that is not `room.act`, and a subject that is
 * no id: words, an identity number, a mobile number. The refusal never repeats what it refused.
 */
export function auditEntry(entry: AuditEntry): Result<AuditEntry, AuditRefusal> {
  const { principal, command, subject, correlationId } = entry
  if (!principalForm.test(principal)) return refuse('audit-principal-named', { command })
  if (!commandForm.test(command)) return refuse('audit-command-malformed')
  if (!isPlainId(subject)) return refuse('audit-subject-personal', { command })
  return accept({ principal, command, subject, correlationId })
}
