/**
 * Who is told of an event: the people of an application, the holders of a duty, the number somebody left. Everybody once,
 * never who did it themselves, and no officer in their own matter.
 */

import type { DutyRelation, Relation } from '@guanjia/core/notifications'
import { type AccessTables, findAuthorityPeople, findHolders } from '../access/index.ts'
import { findCaseApplicant, findCaseProject } from '../cases/index.ts'
import { findFeedbackPeople } from '../feedback/index.ts'
import type { Transaction } from '../platform/database/database.ts'
import type { OutboxEvent } from '../platform/events/outbox.ts'
import { findProjectPeople } from '../projects/index.ts'
import { findPeopleOfApplications } from '../registration/index.ts'

/** Somebody who is told. */
export interface Recipient {
  /** null: a telephone number alone */
  readonly personId: string | null
  /** number given for them in this matter, before the one that is known */
  readonly phone: string | null
}

/** The people of the thing an event is about. */
export interface People {
  readonly owner?: string | undefined
  readonly signers?: readonly string[]
  readonly stewards?: readonly string[]
  readonly department?: readonly string[]
  readonly observers?: readonly string[]
  readonly officers?: readonly string[]
}

interface Asked {
  readonly event: OutboxEvent
  readonly people: People
  /** number given in this matter */
  readonly phone: string | null
}

/** Those who stand in one of the relations to the subject of an event. */
export async function findRecipients(
  tx: Transaction,
  relations: readonly Relation[],
  { event, people, phone }: Asked,
): Promise<readonly Recipient[]> {
  const found = await Promise.all(relations.map((relation) => inRelation(tx, relation, { event, people })))
  const actor = textOf(event.body['actorId'])
  const ids = [...new Set(found.flat())].filter((id) => id !== actor)
  const signer = signerOf(event)
  const contact = relations.includes('contact') && phone !== null ? [{ personId: null, phone }] : []
  return [...ids.map((id) => ({ personId: id, phone: id === signer ? phone : null })), ...contact]
}

/** The people of the things that events of one type are about, in the order of the events. */
export async function findPeople(
  tx: Transaction,
  type: string,
  events: readonly OutboxEvent[],
): Promise<readonly People[]> {
  if (type.startsWith('registration.')) {
    const ids = events.map(({ subject }) => subject)
    const found = await findPeopleOfApplications(tx, ids)
    return ids.map((id) => found.get(id) ?? {})
  }
  const all: People[] = []
  for (const event of events) all.push(await peopleOf(tx, event))
  return all
}

/** The people of one thing: each room says who its own are. */
async function peopleOf(tx: Transaction, event: OutboxEvent): Promise<People> {
  const { type, subject } = event
  if (type.startsWith('feedback.')) return findFeedbackPeople(tx, event)
  if (type.startsWith('cases.')) return peopleOfCase(tx, event)
  if (!type.startsWith('projects.')) return {}
  const { ownerId, stewardIds = [] } = (await findProjectPeople(tx, subject)) ?? {}
  return { owner: ownerId, stewards: stewardIds }
}

/** Whose case it is, the stewards of its project where it has one, and the people of the authorities the event names. */
async function peopleOfCase(tx: Transaction, { subject, body }: OutboxEvent): Promise<People> {
  const owner = await findCaseApplicant(tx, subject)
  const projectId = await findCaseProject(tx, subject)
  const project = projectId === null ? undefined : await findProjectPeople(tx, projectId)
  const authorities = Array.isArray(body['authorities']) ? body['authorities'].map(String) : []
  const department = await findAuthorityPeople(tx.withTables<AccessTables>(), authorities)
  return { owner, stewards: project?.stewardIds ?? [], department }
}

interface Telling {
  readonly event: OutboxEvent
  readonly people: People
}

/** Relations that the event, or the room it comes from, says; all others are duties. */
const told: Partial<Record<Relation, (telling: Telling) => readonly string[]>> = {
  applicant: ({ people }) => named(people.owner),
  signer: ({ event, people }) => {
    const one = signerOf(event)
    return one === null ? (people.signers ?? []) : [one]
  },
  steward: ({ people }) => people.stewards ?? [],
  contact: () => [],
  department: ({ people }) => (people.department ?? []).filter((id) => id !== people.owner),
  observer: ({ people }) => people.observers ?? [],
  officer: ({ event, people }) => [...named(event.body['officerId']), ...(people.officers ?? [])],
}

async function inRelation(tx: Transaction, relation: Relation, telling: Telling): Promise<readonly string[]> {
  return told[relation]?.(telling) ?? onDuty(tx, relation as DutyRelation, telling.people)
}

async function onDuty(
  tx: Transaction,
  duty: DutyRelation,
  { owner, signers, department = [] }: People,
): Promise<readonly string[]> {
  // what departments work on is past the counter; where nobody works there yet, the counter hears of it
  if (duty === 'clerk' && department.length > 0) return []
  const holders = await findHolders(tx.withTables<AccessTables>(), duty)
  return holders.filter((id) => id !== owner && !(signers ?? []).includes(id))
}

/** The person somebody names, or nobody. */
function named(value: unknown): readonly string[] {
  const id = textOf(value)
  return id === null ? [] : [id]
}

/** The signer whom an event singles out. */
export function signerOf(event: OutboxEvent): string | null {
  return textOf(event.body['signerId'])
}

/** The message whose words an event refers to. */
export function messageOf(event: OutboxEvent): string | null {
  return textOf(event.body['messageId'])
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
