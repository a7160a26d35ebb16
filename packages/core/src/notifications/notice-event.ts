/**
 * What the house tells people about: a closed list of events, each with the people it concerns and the values a text may
 * name. A value that is not on the list cannot reach a notice: that is how notices hold no more of a person than is needed.
 *
 * Terms: a *relation* is how a person stands to the subject of an event; a *value kind* says how a value is written, how
 * long it may become, and whether it is masked.
 */

import type { Role } from '../access/index.ts'

/** Duties that are told of an event as such, whoever holds them. */
export type DutyRelation = Extract<
  Role,
  'registrar' | 'registrar-lead' | 'clerk' | 'steward-lead' | 'dispatcher'
>

/**
 * How somebody stands to the subject of an event. `contact` is a telephone number given for this purpose, behind which
 * there need not be a person known to the house, `officer` the members of staff whom the event itself names or who were to
 * act on its subject, `department` everybody who works on it for the authority that leads, `observer` every observer who
 * serves.
 */
export type Relation =
  | 'applicant'
  | 'signer'
  | 'steward'
  | 'contact'
  | 'officer'
  | 'department'
  | 'observer'
  | DutyRelation

/** How a value is written in a text. */
export type ValueKind =
  | 'case-number'
  | 'file-number'
  | 'licence-number'
  | 'entity-name'
  | 'person-name'
  | 'place-name'
  | 'check-title'
  | 'article'
  | 'count'
  | 'date'
  | 'moment'
  | 'link'
  | 'remark'

/** What a notice may say about an event, and to whom. */
export interface NoticeEvent {
  readonly relations: readonly Relation[]
  /** names of the values in the body of the event */
  readonly values: Readonly<Record<string, ValueKind>>
}

const numbered = { number: 'case-number' } as const
const filed = { number: 'file-number', service: 'entity-name' } as const
const reminded = { ...numbered, step: 'entity-name', dueOn: 'date', words: 'remark' } as const
const consulted = { relations: ['officer'], values: { ...numbered, until: 'date' } } as const
const filedUntil = { ...filed, due: 'date' } as const

/** Every event that people are told about, by its type. */
export const noticeEvents = {
  'registration.address-filed': {
    relations: ['applicant', 'clerk'],
    values: { company: 'entity-name', carrier: 'place-name' },
  },
  'registration.host-asked': {
    relations: ['contact'],
    values: { company: 'entity-name', carrier: 'place-name', url: 'link' },
  },
  'registration.host-confirmed': {
    relations: ['applicant'],
    values: { ...numbered, host: 'entity-name' },
  },
  'registration.host-refused': {
    relations: ['applicant'],
    values: { ...numbered, host: 'entity-name' },
  },
  'registration.signature-requested': { relations: ['signer'], values: { ...numbered, url: 'link' } },
  'registration.signed': {
    relations: ['applicant'],
    values: { ...numbered, signer: 'person-name', missing: 'count' },
  },
  'registration.referred': {
    relations: ['applicant', 'registrar'],
    values: { ...numbered, dueAt: 'moment' },
  },
  'registration.approved': { relations: ['applicant'], values: { ...numbered, licence: 'licence-number' } },
  'registration.refused': {
    relations: ['applicant'],
    values: { ...numbered, check: 'check-title', article: 'article' },
  },
  'registration.review-overdue': {
    relations: ['registrar-lead', 'officer'],
    values: { ...numbered, dueAt: 'moment' },
  },
  'registration.handed-over': { relations: ['officer'], values: { ...numbered, dueAt: 'moment' } },
  'registration.correction-proposed': { relations: ['registrar-lead'], values: numbered },
  'registration.correction-hosted': {
    relations: ['registrar-lead'],
    values: { ...numbered, host: 'entity-name' },
  },
  'registration.correction-declined': {
    relations: ['applicant', 'officer', 'registrar-lead'],
    values: { ...numbered, host: 'entity-name' },
  },
  'registration.correction-lapsed': {
    relations: ['applicant', 'officer', 'registrar-lead'],
    values: { ...numbered, host: 'entity-name' },
  },
  'registration.pushes-delivered': { relations: ['applicant'], values: { ...numbered, receivers: 'count' } },
  'registration.licence-corrected': {
    relations: ['applicant'],
    values: { ...numbered, licence: 'licence-number' },
  },
  'registration.revoked': { relations: ['applicant'], values: numbered },
  'registration.withdrawn': { relations: ['applicant', 'signer'], values: numbered },
  'registration.draft-expiring': {
    relations: ['applicant'],
    values: { ...numbered, expiresOn: 'date' },
  },
  'registration.draft-expired': { relations: ['applicant'], values: numbered },
  'registration.seat-lapsed': { relations: ['applicant'], values: numbered },
  'projects.steward-given': { relations: ['applicant', 'steward'], values: numbered },
  'projects.steward-missing': { relations: ['steward-lead'], values: numbered },
  'projects.handed-over': { relations: ['applicant', 'steward'], values: numbered },
  'projects.plan-later': {
    relations: ['applicant', 'steward'],
    values: { ...numbered, version: 'count', days: 'count' },
  },
  'projects.commitments-signed': { relations: ['applicant', 'steward'], values: numbered },
  'projects.answers-filled-in': { relations: ['applicant'], values: numbered },
  'projects.answers-confirmed': { relations: ['steward'], values: { ...numbered, confirmed: 'count' } },
  'projects.question-asked': { relations: ['steward'], values: { ...numbered, dueAt: 'moment' } },
  'projects.applicant-reminded': { relations: ['applicant'], values: reminded },
  'projects.officer-reminded': { relations: ['officer'], values: reminded },
  'projects.contact-due': { relations: ['steward'], values: { ...numbered, on: 'date' } },
  'cases.received': { relations: ['applicant', 'clerk'], values: filed },
  'cases.correction-requested': { relations: ['applicant'], values: filedUntil },
  'cases.correction-answered': { relations: ['clerk', 'department'], values: filed },
  'cases.accepted': { relations: ['applicant'], values: filed },
  'cases.declined': { relations: ['applicant'], values: filed },
  'cases.special-procedure-started': { relations: ['applicant'], values: filedUntil },
  'cases.limit-extended': { relations: ['applicant'], values: filed },
  'cases.suspended': { relations: ['applicant', 'steward'], values: filed },
  'cases.resumed': { relations: ['applicant', 'steward'], values: filed },
  'cases.decision-issued': { relations: ['applicant'], values: filed },
  'cases.due-soon': { relations: ['applicant', 'steward'], values: filedUntil },
  'cases.papers-owed-again': { relations: ['applicant'], values: filedUntil },
  'cases.duty-returned': { relations: ['applicant', 'steward'], values: filedUntil },
  'cases.duty-lapsed': { relations: ['applicant', 'steward'], values: filedUntil },
  'cases.revocation-proposed': { relations: ['applicant'], values: filed },
  'cases.revoked': { relations: ['applicant'], values: filed },
  'cases.withdrawn': { relations: ['applicant'], values: filed },
  'feedback.dispatched': { relations: ['applicant', 'contact', 'department'], values: numbered },
  'feedback.replied': { relations: ['applicant', 'contact'], values: numbered },
  'feedback.reopened': { relations: ['department'], values: numbered },
  'feedback.supplemented': { relations: ['department', 'dispatcher'], values: numbered },
  'feedback.urged': { relations: ['department'], values: numbered },
  'feedback.turned-red': { relations: ['department', 'dispatcher'], values: { ...numbered, due: 'date' } },
  'feedback.carrier-asked': { relations: ['contact'], values: { url: 'link' } },
  'feedback.firm-invited': { relations: ['contact'], values: { url: 'link', until: 'date' } },
  'feedback.firm-reminded': { relations: ['contact'], values: { url: 'link', until: 'date' } },
  'feedback.stop-dropped': { relations: ['officer'], values: { place: 'place-name', on: 'date' } },
  'feedback.observer-term-ending': { relations: ['applicant'], values: { until: 'date' } },
  'feedback.activity-announced': {
    relations: ['observer'],
    values: { title: 'check-title', place: 'place-name', startsAt: 'moment' },
  },
  'counters.nobody-reached': { relations: ['contact'], values: { company: 'entity-name' } },
  'premises.need-filed': { relations: ['contact'], values: { number: 'file-number', url: 'link' } },
  'premises.need-proposed': { relations: ['contact'], values: { number: 'file-number', url: 'link' } },
  'premises.need-leased': { relations: ['contact'], values: { number: 'file-number', url: 'link' } },
  'premises.renewal-asked': {
    relations: ['contact'],
    values: { carrier: 'place-name', rooms: 'count', url: 'link' },
  },
  'supervision.member-asked': consulted,
  'supervision.statement-due': consulted,
  'supervision.conclusion-to-sign': consulted,
  'supervision.signature-due': consulted,
} as const satisfies Record<string, NoticeEvent>

/** The type of an event that people are told about. */
export type NoticeEventType = keyof typeof noticeEvents

/** Whether people are told about an event of this type. */
export function isNoticeEvent(type: string): type is NoticeEventType {
  return Object.hasOwn(noticeEvents, type)
}

/** What may be said about an event of this type. */
export function noticeEvent(type: NoticeEventType): NoticeEvent {
  return noticeEvents[type]
}
