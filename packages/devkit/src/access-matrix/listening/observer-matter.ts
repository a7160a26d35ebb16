/**
 * Observers of the matrix: one who serves, one whose term has run out, and a term that may be ended.
 */

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'

/** What the requests about observers are filled with. */
export interface ObserverMatter {
  /** the term of the observer who serves */
  readonly termId: string
  /** a term of somebody who does not call */
  readonly otherTermId: string
  readonly activityId: string
}

interface People {
  readonly observerId: string
  readonly formerId: string
  readonly bystanderId: string
}

/** Writes all of it. */
export async function writeObservers(
  client: Client,
  { observerId, formerId, bystanderId }: People,
): Promise<ObserverMatter> {
  const termId = await writeTerm(client, observerId, '2099-01-01')
  await writeTerm(client, formerId, '2022-01-01')
  return {
    termId,
    otherTermId: await writeTerm(client, bystanderId, '2099-01-01'),
    activityId: await writeActivity(client, observerId),
  }
}

async function writeTerm(client: Client, personId: string, until: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into observer_term (id, number, person_id, kind, organisation, from_day, until_day, appointed_by, appointed_at)
     values ($1, $4, $2, 'entrepreneur', '试验', '2020-01-01', $3, $2, now())`,
    [id, personId, until, `matrix ${id}`],
  )
  return id
}

async function writeActivity(client: Client, personId: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into observer_activity (id, kind, title, place, starts_at, ends_at, code, announced_by, announced_at)
     values ($1, 'salon', '试验', '试验', '2020-01-01', '2020-01-02', 'matrix', $2, now())`,
    [id, personId],
  )
  return id
}
