/**
 * Applications as people see them: one whole, lists, the timeline, the trace, the registrars' queue.
 */

import type {
  findCases,
  listApplications,
  listQueue,
  readApplication,
  readTimeline,
  readTrace,
} from '@guanjia/contract/registration'
import type { RouteOutput } from '@guanjia/contract/route'
import {
  dutiesOf,
  findSeat,
  parseCompanyName,
  personsOf,
  readScope,
  replayDecision,
  taskList,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { Sent } from '../platform/http/handler.ts'
import { findRules } from './content/rules-archive.ts'
import { fileLimits, handedIn, paperViews } from './handed-in/handed-in.ts'
import { hostView, seatView } from './hosts/seat-view.ts'
import { applicationRules } from './registration-content.ts'
import { checksIn, glossOf, type Language } from './registration-english.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'
import { type ApplicationRow, registrationTables } from './registration-tables.ts'

/** An application as it is shown. */
export type ApplicationView = RouteOutput<typeof readApplication>

interface Surroundings {
  readonly name_until: string | null
  readonly seat_state: NonNullable<ApplicationView['seat']>['state'] | null
  readonly seat_until: Date | null
  readonly seat_code: string | null
  readonly officer_name: string | null
  readonly fully_auto: boolean | null
  readonly licence_number: string | null
  readonly unified_code: string | null
  readonly licence_name: string | null
  readonly signers: { party: string; identified: string | null; signed: string | null }[]
  readonly pushes: {
    receiver: string
    state: 'waiting' | 'delivered'
    attempts: number
    delivered: string | null
  }[]
}

/** The whole application, for its owner and for the registrar. */
export async function viewApplication(
  ports: RegistrationPorts,
  row: ApplicationRow,
  language: Language = 'zh-CN',
): Promise<ApplicationView> {
  const { english } = ports.content
  const around = await readSurroundings(ports, row)
  const today = dayOf(ports, ports.clock.now())
  const place = seatOf(ports, row, around)
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    stage: row.stage,
    version: row.version,
    answers: row.answers as ApplicationView['answers'],
    tasks: [...taskList(row.answers, applicationRules(ports.content, today), handedIn(ports, row))],
    papers: paperViews(ports, row, language),
    fileLimits: fileLimits(ports),
    seat: seatView(ports, place, around),
    hostConfirmation: await hostView(ports, row.id, place),
    nameReservedUntil: around.name_until,
    ...scopeView(ports, row, language),
    division: divisionOf(ports, row),
    signers: signerViews(row, around),
    reasons: checksIn(language, english, (row.reasons ?? []) as ApplicationView['reasons']),
    dueAt: row.due_at?.toISOString() ?? null,
    dueBecause: row.due_because ?? [],
    officer: around.officer_name,
    fullyAuto: around.fully_auto,
    decidedAt: row.decided_at?.toISOString() ?? null,
    licence: licenceView(around),
    pushes: pushViews(ports, around, language),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** A correction may have moved the company to another seat than it signed for. */
function seatOf({ content }: RegistrationPorts, { answers }: ApplicationRow, { seat_code }: Surroundings) {
  return findSeat(content.seats, seat_code ?? answers.seat?.code ?? '')
}

function scopeView(
  { content }: RegistrationPorts,
  { answers }: ApplicationRow,
  language: Language,
): Pick<ApplicationView, 'scopeText' | 'scopeGloss' | 'scopeEntries'> {
  const { entries, own, text } = readScope(content.scope, answers.scope)
  const scopeEntries = entries.map(({ id, text: wording, mark = content.scope.mark }) => ({
    id,
    text: wording,
    gloss: glossOf(content.english.scope, id, language),
    mark,
  }))
  const meanings = [...scopeEntries.map(({ id, gloss }) => gloss ?? id), ...own]
  return { scopeText: text, scopeGloss: language === 'en' ? meanings.join('; ') : null, scopeEntries }
}

/** The division of GB/T 4754 the subject works in: that of the first entry of its scope, else that of its name. */
function divisionOf({ content, names }: RegistrationPorts, { answers }: ApplicationRow): string | null {
  const [first] = readScope(content.scope, answers.scope).entries
  if (first !== undefined) return first.division
  if (answers.name?.use !== 'name') return null
  const { industryWords } = parseCompanyName(names.tables, answers.name.text)
  return industryWords.findLast(({ division }) => division !== undefined)?.division ?? null
}

async function readSurroundings(ports: RegistrationPorts, row: ApplicationRow): Promise<Surroundings> {
  const iso = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`)
  const { rows } = await sql<Surroundings>`
    select n.until as name_until, s.code as seat_code, s.state as seat_state, s.until as seat_until, o.name as officer_name,
      d.fully_auto, l.number as licence_number, l.unified_code, l.document ->> 'name' as licence_name,
      coalesce((select jsonb_agg(jsonb_build_object('party', g.party_id,
          'identified', to_char(g.identified_at at time zone 'UTC', ${iso}),
          'signed', to_char(g.signed_at at time zone 'UTC', ${iso})))
        from registration_signature g where g.application_id = ${row.id}), '[]') as signers,
      coalesce((select jsonb_agg(jsonb_build_object('receiver', p.receiver, 'state', p.state, 'attempts', p.attempts,
          'delivered', to_char(p.delivered_at at time zone 'UTC', ${iso})) order by p.receiver)
        from (select distinct on (receiver) * from registration_push
          where application_id = ${row.id} order by receiver, created_at desc) p), '[]') as pushes
    from (select 1) one
    left join registration_name n on n.application_id = ${row.id}
    left join registration_seat s on s.application_id = ${row.id}
    left join person o on o.id = ${row.officer}
    left join registration_decision d on d.application_id = ${row.id}
    left join lateral (select number, unified_code, document from licence
      where application_id = ${row.id} order by issued_at desc, number desc limit 1) l on true`.execute(
    ports.database,
  )
  const [found] = rows
  if (found === undefined) throw new Error('a query without a from clause gives a row')
  return found
}

function signerViews(row: ApplicationRow, around: Surroundings): ApplicationView['signers'] {
  const persons = personsOf(row.answers)
  return [...dutiesOf(row.answers)].flatMap(([partyId, duties]) => {
    const person = persons.get(partyId)
    if (person === undefined) return []
    const made = around.signers.find(({ party }) => party === partyId)
    const { identified = null, signed = null } = made ?? {}
    return [{ partyId, name: person.name, duties: [...duties], identifiedAt: identified, signedAt: signed }]
  })
}

function licenceView(around: Surroundings): ApplicationView['licence'] {
  const { licence_number: number, unified_code: unifiedCode, licence_name: name } = around
  return number === null || unifiedCode === null ? null : { number, unifiedCode, name }
}

function pushViews(
  ports: RegistrationPorts,
  around: Surroundings,
  language: Language,
): ApplicationView['pushes'] {
  const names = new Map(ports.receivers.map(({ id, name }) => [id, name]))
  return around.pushes.map(({ receiver, state, attempts, delivered }) => ({
    receiver,
    name: names.get(receiver) ?? receiver,
    gloss: glossOf(ports.content.english.receivers, receiver, language),
    state,
    attempts,
    deliveredAt: delivered,
  }))
}

type Lines = RouteOutput<typeof listApplications>

/** Applications one owns or has to sign. */
export async function listFor(ports: RegistrationPorts, personId: string): Promise<Lines> {
  const { rows } = await sql<{
    id: string
    number: string
    kind: 'LLC' | 'IND'
    stage: ApplicationRow['stage']
    name: string | null
    updated_at: Date
    due_at: Date | null
    owned: boolean
    link_salt: string | null
  }>`
    select a.id, a.number, a.kind, a.stage, a.answers -> 'name' ->> 'text' as name, a.updated_at, a.due_at,
      a.owner_id = ${personId} as owned, own.link_salt
    from registration_application a
    left join lateral (select s.link_salt from registration_signature s
      where s.application_id = a.id and s.person_id = ${personId} and s.signed_at is null
        and s.expires_at > ${ports.clock.now()} limit 1) own on a.stage = 'signing'
    where a.owner_id = ${personId} or (a.stage = 'signing' and exists (
      select 1 from registration_signature s
      where s.application_id = a.id and s.person_id = ${personId} and s.signed_at is null))
    order by a.created_at desc limit 100`.execute(ports.database)
  const lines = rows.map(({ updated_at: updatedAt, due_at: dueAt, owned, link_salt: salt, ...line }) => ({
    owned,
    line: { ...line, updatedAt: updatedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null },
    url: salt === null ? null : ports.links.urlOf(salt),
  }))
  return {
    applications: lines.filter(({ owned }) => owned).map(({ line }) => line),
    toSign: lines.filter(({ owned }) => !owned).map(({ line, url }) => ({ ...line, url })),
  }
}

/** What happened to an application. */
export async function readEvents(
  ports: RegistrationPorts,
  row: ApplicationRow,
): Promise<RouteOutput<typeof readTimeline>> {
  const events = await registrationTables(ports.database)
    .selectFrom('registration_event')
    .select(['type', 'principal', 'at'])
    .where('application_id', '=', row.id)
    .orderBy('sequence')
    .execute()
  const owner = `person:${row.owner_id}`
  const officerActs =
    /^(claimed|released|handed-over|decided-by-officer|correction-proposed|correction-rejected|licence-corrected|revocation-.*|revoked)$/
  const shown = events.filter(
    ({ type }, place) => type !== 'answers-saved' || events[place + 1]?.type !== type,
  )
  return {
    stage: row.stage,
    events: shown.map(({ type, principal, at }) => ({
      type,
      by: officerActs.test(type)
        ? 'officer'
        : principal === owner
          ? 'applicant'
          : principal.startsWith('system') || type === 'correction-ended'
            ? 'system'
            : 'applicant',
      at: at.toISOString(),
    })),
    dueAt: row.due_at?.toISOString() ?? null,
  }
}

/** The checks of a decision and whether a replay comes to the same; undefined before there is one. */
export async function readDecision(
  ports: RegistrationPorts,
  applicationId: string,
): Promise<Sent<RouteOutput<typeof readTrace>> | undefined> {
  const tables = registrationTables(ports.database)
  const decision = await tables
    .selectFrom('registration_decision')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  if (decision === undefined) return undefined
  const records = await tables
    .selectFrom('registration_record')
    .select(['step', 'at', 'by'])
    .where('decision_id', '=', decision.id)
    .execute()
  const { trace, facts } = decision
  const rules = await findRules(ports.database, decision.rules_digest)
  const order = ['pre-review', 'acceptance', 'approval', 'closing']
  return {
    decisionId: decision.id,
    outcome: decision.outcome,
    fullyAuto: decision.fully_auto,
    ruleVersion: decision.rule_version,
    decidedAt: decision.decided_at.toISOString(),
    checks: trace.checks.map((check) => ({ ...check, elapsed: trace.elapsed?.[check.id] ?? null })),
    digest: trace.digest,
    rulesDigest: decision.rules_digest,
    replaySame: rules === undefined ? null : replayDecision(trace, facts, rules).same,
    records: records
      .toSorted((one, other) => order.indexOf(one.step) - order.indexOf(other.step))
      .map(({ step, at, by }) => ({ step, at: at.toISOString(), by })),
  }
}

/** The registrars' queue, the most pressing first. */
export async function readQueue(
  ports: RegistrationPorts,
  officerId: string,
): Promise<RouteOutput<typeof listQueue>> {
  const rows = await registrationTables(ports.database)
    .selectFrom('registration_application as a')
    .leftJoin('person as p', 'p.id', 'a.officer')
    .select([
      'a.id',
      'a.number',
      'a.kind',
      'a.answers',
      'a.reasons',
      'a.accepted_at',
      'a.due_at',
      'a.officer',
      'p.name',
    ])
    .where('a.stage', '=', 'with-officer')
    .where('a.owner_id', '!=', officerId)
    .where(notSigning(officerId))
    .orderBy('a.due_at')
    .limit(200)
    .execute()
  const now = ports.clock.now()
  return {
    entries: rows.flatMap((row) => {
      if (row.accepted_at === null || row.due_at === null) return []
      const { name } = row.answers
      return [
        {
          id: row.id,
          number: row.number,
          kind: row.kind,
          name: name?.use === 'name' ? name.text : null,
          reasons: (row.reasons ?? []) as ApplicationView['reasons'],
          acceptedAt: row.accepted_at.toISOString(),
          dueAt: row.due_at.toISOString(),
          overdue: row.due_at < now,
          officer: row.name,
          mine: row.officer === officerId,
        },
      ]
    }),
  }
}

/** No officer handles a case whose papers they sign. */
function notSigning(officerId: string) {
  return sql<boolean>`not exists (select from registration_signature g
    where g.application_id = a.id and g.person_id = ${officerId})`
}

const mostCases = 20

/** Cases that were once submitted, by what stands on their papers; never the officer's own. */
export async function searchCases(
  { database }: RegistrationPorts,
  { words, officerId }: { readonly words: string; readonly officerId: string },
): Promise<RouteOutput<typeof findCases>> {
  const pattern = words.trim().replace(/[\\%_]/g, '\\$&')
  const { rows } = await sql<CaseRow>`
    select a.id, a.number, a.stage, a.decided_at as "decidedAt", a.answers->'name'->>'text' as name,
      e.unified_code as "unifiedCode"
    from registration_application a
    left join market_entity e on e.application_id = a.id
    where a.accepted_at is not null and a.owner_id <> ${officerId} and ${notSigning(officerId)}
      and (a.answers->'name'->>'text' like ${`%${pattern}%`}
        or a.number like ${`${pattern.toUpperCase()}%`} or e.unified_code like ${`${pattern.toUpperCase()}%`})
    order by a.updated_at desc limit ${mostCases}`.execute(database)
  return { cases: rows.map((row) => ({ ...row, decidedAt: row.decidedAt?.toISOString() ?? null })) }
}

interface CaseRow {
  readonly id: string
  readonly number: string
  readonly stage: ApplicationView['stage']
  readonly decidedAt: Date | null
  readonly name: string | null
  readonly unifiedCode: string | null
}
