/**
 * What the register of issues is handed.
 */

import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import type { Database } from '../platform/database/database.ts'
import type { Ports } from '../platform/ports.ts'
import type { FeedbackContent } from './content/feedback-content.ts'
import type { ObserversContent } from './content/observers-content.ts'
import type { OpenDaysContent } from './content/open-days-content.ts'
import type { ToursContent } from './content/tours-content.ts'
import type { Hotline } from './exchange/hotline.ts'
import type { ConnectedMailbox } from './mail/connected-mailbox.ts'
import type { FollowCodes } from './reading/follow-codes.ts'

/** A case that was rated badly, as the room of cases tells it. */
export interface BadRating {
  readonly caseNumber: string
  readonly service: string
  readonly applicantId: string
  readonly comment: string | null
  /** authority that led the case */
  readonly lead: string
}

/** A project by its number, as the room of projects tells it. */
export interface NumberedProject {
  readonly number: string
  readonly name: string
}

/** Where faults of single mails are told. */
interface MailLog {
  readonly warn: (sentence: string) => void
}

/** What rooms beside hand in. */
export interface FeedbackDoors {
  readonly findBadRating: (database: Database, caseId: string) => Promise<BadRating | undefined>
  /** a project that has not ended, by its number */
  readonly findProject: (database: Database, number: string) => Promise<NumberedProject | undefined>
  /** undefined: no hotline is connected, replies are fetched as a file */
  readonly hotline: Hotline | undefined
  /** undefined: no package is taken over HTTP */
  readonly hotlineSecret: string | undefined
  /** undefined: no mail is read */
  readonly mailbox: ConnectedMailbox | undefined
  readonly log: MailLog
  /** where reports of misconduct are taken; undefined where this house has no intake for them */
  readonly intakeOrigin: string | undefined
}

/** The platform's doors and this room's own. */
export interface FeedbackPorts extends Ports, FeedbackDoors {
  readonly content: FeedbackContent
  readonly observers: ObserversContent
  readonly openDays: OpenDaysContent
  readonly tours: ToursContent
  readonly followCodes: FollowCodes
}

/** The zone's day at an instant. */
export function dayOf({ zone }: Pick<Ports, 'zone'>, instant: Date): PlainDate {
  return localMoment(instant.getTime(), zone.utcOffsetMinutes).date
}

interface Listed {
  readonly id: string
  readonly name: { readonly 'zh-CN': string; readonly en: string }
}

/** The authorities of the zone. */
export function authoritiesOf({ zone }: Pick<Ports, 'zone'>): readonly Listed[] {
  const listed = zone.zone['authorities']
  return Array.isArray(listed) ? (listed as readonly Listed[]).map(({ id, name }) => ({ id, name })) : []
}

/** An authority by name; its id where the zone lists none of that id. */
export function authorityNamed(ports: Pick<Ports, 'zone'>, id: string): Listed {
  return authoritiesOf(ports).find((each) => each.id === id) ?? { id, name: { 'zh-CN': id, en: id } }
}
