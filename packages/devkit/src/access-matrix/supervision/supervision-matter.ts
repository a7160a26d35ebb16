/**
 * A supervised project with a pause that waits for its answer and an order that waits for its closing, written past the API.
 */

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'

/** Who asked for the pause, who issued the order. */
export interface SupervisionPeople {
  readonly askerId: string
  readonly issuerId: string
  /** invited to an inspection, and invited until yesterday */
  readonly partnerId: string
  readonly formerPartnerId: string
  /** member of a consultation, and nothing else in the house that is looked at */
  readonly memberId: string
}

/** What the requests of supervision act on. */
export interface SupervisionMatter {
  readonly supervisedId: string
  readonly pauseId: string
  readonly orderId: string
  readonly taskId: string
  readonly recommendationId: string
  readonly conductId: string
  readonly bulletinId: string
  readonly campaignId: string
  readonly findingId: string
  /** runs, and somebody is invited to it */
  readonly inspectionId: string
  /** an invitation to it that is over */
  readonly invitationId: string
  /** its report waits for the second signature */
  readonly reportedInspectionId: string
  /** waits for its release, and for its confirmation */
  readonly packageId: string
  readonly partnerKeyId: string
  /** runs, with somebody of a department as its member */
  readonly consultationId: string
}

/** Writes them; the unit of the project is housing. */
export async function writeSupervision(
  client: Client,
  people: SupervisionPeople,
): Promise<SupervisionMatter> {
  const { askerId, issuerId } = people
  const [supervisedId, pauseId, orderId] = [randomUUID(), randomUUID(), randomUUID()]
  await client.query(
    `insert into supervised_project
       (id, number, name, company, sector, park, unit, land_square_metres, rule, enrolled_by, enrolled_at)
     values ($1, 'JD2026-0001', '试验项目', '试验公司', '试验', '试验园', 'housing', 1000, 'zone-default', 'signing', now())`,
    [supervisedId],
  )
  await client.query(
    `insert into supervised_plan (id, supervised_id, node, on_day, document, recorded_at)
     values ($1, $2, 'start', '2026-12-01', '试验合同', now())`,
    [randomUUID(), supervisedId],
  )
  await client.query(
    `insert into supervised_pause (id, supervised_id, node, from_day, document, asked_by, asked_at)
     values ($1, $2, 'start', '2026-03-01', '试验通知', $3, now())`,
    [pauseId, supervisedId, askerId],
  )
  await client.query(
    `insert into supervision_order (id, number, supervised_id, node, level, state, sentence, words, drafted_at, issue_by,
       issued_by, issued_at, answer_by, answer, answered_by, answered_at)
     values ($1, 'DB2026-00001', $2, 'start', 'blue', 'answered', '试验', '试验', now(), now(), $3, now(), '2026-12-31',
       '已整改', $4, now())`,
    [orderId, supervisedId, issuerId, askerId],
  )
  return {
    supervisedId,
    pauseId,
    orderId,
    ...(await writeTaskWork(client, people)),
    ...(await writeConduct(client, issuerId)),
    ...(await writeCampaign(client, issuerId)),
    ...(await writeInspections(client, people)),
    ...(await writeExchange(client, people)),
    ...(await writeConsultation(client, people)),
  }
}

/** A clearing that was examined, and a bulletin that waits for its approvals. */
async function writeConduct(client: Client, issuerId: string) {
  const [conductId, bulletinId] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into conduct_matter (id, number, kind, state, about, unit, facts, opened_by, opened_at, examination, examined_words,
       examined_by, examined_at)
     values ($1, 'CQ2026-0001', 'clearing', 'examined', '某同志', 'housing', '试验', $2, now(),
       '{"kind":"clearing","form":"written","consents":false}', '试验', $2, now())`,
    [conductId, issuerId],
  )
  await client.query(
    `insert into case_bulletin (id, number, title, text, state, author_id, writer_ids, drafted_at)
     values ($1, 'TB2026-0001', '试验', '试验', 'drafted', $2, array[$2::uuid], now())`,
    [bulletinId, issuerId],
  )
  return { conductId, bulletinId }
}

/** A campaign with a finding that was reported as put right. */
async function writeCampaign(client: Client, issuerId: string) {
  const [campaignId, findingId] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into campaign (id, number, subject, scope, from_day, until_day, opened_by, opened_at)
     values ($1, 'ZX2026-0001', 'funds', '试验范围', '2026-03-01', '2026-03-31', $2, now())`,
    [campaignId, issuerId],
  )
  await client.query(
    `insert into campaign_finding (id, campaign_id, unit, words, rectify_by, state, recorded_by, recorded_at)
     values ($1, $2, 'housing', '试验问题', '2099-01-01', 'reported', $3, now())`,
    [findingId, campaignId, issuerId],
  )
  return { campaignId, findingId }
}

/** A task that both units work on and one asked to close, and a recommendation that was issued. */
async function writeTaskWork(client: Client, { askerId, issuerId }: SupervisionPeople) {
  const [taskId, recommendationId] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into duty_task (id, number, text, source, lead_unit, due_on, state, territorial_unit, territorial_answerable,
       territorial_duty, departmental_unit, departmental_answerable, departmental_duty, requested_on, requested_by,
       registered_by, registered_at)
     values ($1, 'RW2026-0001', '试验任务', 'visit', 'housing', '2099-01-01', 'closing-requested', 'approval-service', '负责人',
       '试验', 'housing', '负责人', '试验', '2026-03-02', $2, $3, now())`,
    [taskId, askerId, issuerId],
  )
  await client.query(
    `insert into recommendation (id, number, kind, unit, problem, basis, advice, state, drafted_by, drafted_at, issued_by,
       issued_at, reply_by)
     values ($1, '监建〔2026〕1号', 'supervision', 'housing', '试验', '试验', '试验', 'issued', $2, now(), $3, now(), '2099-01-01')`,
    [recommendationId, issuerId, askerId],
  )
  return { taskId, recommendationId }
}

/** An inspection to which somebody is invited and somebody else was, and one whose report waits for its signature. */
async function writeInspections(client: Client, { issuerId, partnerId, formerPartnerId }: SupervisionPeople) {
  const [inspectionId, invitationId, reportedInspectionId] = [randomUUID(), randomUUID(), randomUUID()]
  await client.query(
    `insert into inspection (id, number, name, purpose, basis, scope, from_day, until_day, member_ids, opened_by, opened_at,
       state, conclusion, reported_by, reported_at, revision)
     select i.id, i.number, '试验', '试验', '试验', '{"projects":[],"parks":[],"units":["housing"]}', '2026-03-01',
       '2099-01-01', array[$3::uuid], $3, now(), i.state, i.conclusion, i.reported_by, i.reported_at,
       i.revision
     from (values ($1::uuid, 'LJ2026-0001', 'running', null, null::uuid, null::timestamptz, 0),
       ($2::uuid, 'LJ2026-0002', 'reported', '试验', $3::uuid, now(), 1)) i (id, number, state, conclusion, reported_by,
         reported_at, revision)`,
    [inspectionId, reportedInspectionId, issuerId],
  )
  await client.query(
    `insert into inspection_item (id, inspection_id, place, text) values ($1, $2, 1, '试验')`,
    [randomUUID(), inspectionId],
  )
  await client.query(
    `insert into inspection_invitation (id, inspection_id, organisation, person_id, until_day, invited_by, invited_at, ended_at,
       ended_because)
     values ($1, $3, 'chengyang-discipline', $4, '2099-01-01', $6, now(), null, null),
       ($2, $3, 'chengyang-discipline', $5, '2026-03-01', $6, now(), now(), 'period')`,
    [randomUUID(), invitationId, inspectionId, partnerId, formerPartnerId, issuerId],
  )
  return { inspectionId, invitationId, reportedInspectionId }
}

/** A package that was put together and a key that was entered, both by somebody who may not go on with them. */
async function writeExchange(client: Client, { issuerId }: SupervisionPeople) {
  const [packageId, partnerKeyId] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into exchange_package (id, partner, agreement, schema, records, record_count, state, drafted_by, drafted_at)
     values ($1, 'environment-office', 'office-projects', 'projects', '[{"name":"试验"}]', 1, 'drafted', $2, now())`,
    [packageId, issuerId],
  )
  await client.query(
    `insert into exchange_key (id, partner, key_id, public_key, entered_by, entered_at)
     values ($1, 'environment-office', 'matrix', decode(repeat('00', 32), 'hex'), $2, now())`,
    [partnerKeyId, issuerId],
  )
  return { packageId, partnerKeyId }
}

/** A consultation with a single member and one piece of evidence. */
async function writeConsultation(client: Client, { issuerId, memberId }: SupervisionPeople) {
  const consultationId = randomUUID()
  await client.query(
    `insert into consultation (id, number, subject_kind, title, question, until_day, convened_by, convened_at, state)
     values ($1, 'HZ2026-0001', 'pattern', '试验', '试验', '2099-01-01', $2, now(), 'stating')`,
    [consultationId, issuerId],
  )
  await client.query(
    `insert into consultation_member (consultation_id, person_id, authority) values ($1, $2, 'housing')`,
    [consultationId, memberId],
  )
  await client.query(
    `insert into consultation_piece (consultation_id, place, title, words) values ($1, 1, '试验', '试验')`,
    [consultationId],
  )
  return { consultationId }
}
