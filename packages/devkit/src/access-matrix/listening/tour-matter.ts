/**
 * A tour of the matrix: of two departments, with a stop to which the head of one of them goes.
 */

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'

/** What the requests about tours are filled with. */
export interface TourMatter {
  readonly tourId: string
  readonly stopId: string
}

interface People {
  readonly plannerId: string
  readonly goerId: string
}

/** Writes it; the departments are housing and approval-service. */
export async function writeTour(client: Client, { plannerId, goerId }: People): Promise<TourMatter> {
  const [tourId, stopId] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into visit_tour (id, number, title, from_day, until_day, departments, opened_by, opened_at)
     values ($1, 'ZF2020-0001', '试验', '2020-01-01', '2099-01-01', '{housing,approval-service}', $2, now())`,
    [tourId, plannerId],
  )
  await client.query(
    `insert into visit_stop (id, tour_id, kind, place, host, on_day, half, planned_by, planned_at)
     values ($1, $2, 'park', '试验园', '试验园办公室', '2020-01-02', 'morning', $3, now())`,
    [stopId, tourId, plannerId],
  )
  await client.query(
    `insert into visit_goer (stop_id, person_id, department, on_day, half)
     values ($1, $2, 'housing', '2020-01-02', 'morning')`,
    [stopId, goerId],
  )
  return { tourId, stopId }
}
