/**
 * Leads and what happened to them, read and continued.
 */

import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import { type HandlingEvent, type HandlingState, replayHandling } from '@guanjia/core/leads'
import type { Selectable, Transaction } from 'kysely'
import type { DeskDatabase, DeskTables } from './desk-tables.ts'

/** A lead without its cipher texts. */
export type LeadRow = Selectable<DeskTables['leads.lead']>

/** A lead and how far its handling is. */
export interface HandledLead {
  readonly row: LeadRow
  readonly events: readonly HandlingEvent[]
  readonly state: HandlingState
  /** position of the last event, 0 where there is none */
  readonly position: number
}

type EventRow = Selectable<DeskTables['leads.lead_event']>

const handled = new Set(['coded', 'proposed', 'confirmed', 'sent-back', 'told', 'sent-on'])

function eventOf({ type, body, happened_on: on, by }: EventRow): readonly HandlingEvent[] {
  return handled.has(type) ? [{ ...body, type, on: plainDate(on), by: by ?? '' } as HandlingEvent] : []
}

function together(row: LeadRow, rows: readonly EventRow[]): HandledLead {
  return replayed(row, rows.flatMap(eventOf), rows.at(-1)?.position ?? 0)
}

function replayed(row: LeadRow, events: readonly HandlingEvent[], position: number): HandledLead {
  const received = {
    receivedOn: plainDate(row.received_on),
    isNamed: row.kind === 'real-name',
    origin: row.origin,
  }
  return { row, events, state: replayHandling(received, events), position }
}

/** The lead as it will be once this has happened too. */
export function withEvent({ row, events, position }: HandledLead, event: HandlingEvent): HandledLead {
  return replayed(row, [...events, event], position + 1)
}

/** A lead; undefined where there is none of this id. */
export async function findLead(leads: DeskDatabase, id: string): Promise<HandledLead | undefined> {
  const row = await leads.selectFrom('leads.lead').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const events = await leads
    .selectFrom('leads.lead_event')
    .selectAll()
    .where('lead_id', '=', id)
    .orderBy('position')
    .execute()
  return together(row, events)
}

/** Every lead about other authorities than these, the oldest first. */
export async function listLeads(
  leads: DeskDatabase,
  besides: readonly string[] = [],
): Promise<readonly HandledLead[]> {
  const rows = await leads
    .selectFrom('leads.lead')
    .selectAll()
    .$if(besides.length > 0, (query) => query.where('about', 'not in', besides))
    .orderBy('received_on')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const events = await leads
    .selectFrom('leads.lead_event')
    .selectAll()
    .where(
      'lead_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('lead_id')
    .orderBy('position')
    .execute()
  const byLead = new Map<string, EventRow[]>()
  for (const event of events) {
    const known = byLead.get(event.lead_id)
    if (known === undefined) byLead.set(event.lead_id, [event])
    else known.push(event)
  }
  return rows.map((row) => together(row, byLead.get(row.id) ?? []))
}

/** Appends an event; false where another one was faster. */
export async function appendEvent(
  leads: DeskDatabase | Transaction<DeskTables>,
  { row, position }: Pick<HandledLead, 'row' | 'position'>,
  { type, on, by, ...body }: HandlingEvent,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await leads
    .insertInto('leads.lead_event')
    .values({
      lead_id: row.id,
      position: position + 1,
      type,
      body: JSON.stringify(body),
      happened_on: on satisfies PlainDate,
      by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
