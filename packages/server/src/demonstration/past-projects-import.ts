/**
 * Puts the reference set of a demonstration into the database, once, as one act with one leaf.
 */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import { parse } from 'yaml'
import { array, iso, object, string } from 'zod'
import type { RunCommand } from '../platform/commands/command.ts'
import type { Database } from '../platform/database/database.ts'

/** What the import needs of the platform. */
export interface PastProjectsPorts {
  readonly database: Database
  readonly runCommand: RunCommand
  readonly newId: () => string
  readonly contentFolder: string
}

const file = object({
  projects: array(
    object({ number: string(), kind: string(), startedOn: iso.date(), permittedOn: iso.date() }),
  ),
})

/** Imports `demonstration/past-projects.yaml` where there are none yet; the number of projects imported. */
export async function importPastProjects(ports: PastProjectsPorts): Promise<number> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from past_project) as there`.execute(ports.database)
  if (rows[0]?.there === true) return 0
  const text = readFileSync(join(ports.contentFolder, 'demonstration/past-projects.yaml'), 'utf8')
  const { projects } = file.parse(parse(text))
  const command = {
    name: 'demonstration.import-past-projects',
    principal: systemPrincipal('demonstration'),
    correlationId: ports.newId(),
    subject: 'past-projects',
    legal: true,
  }
  await ports.runCommand(command, async ({ tx, now, record }) => {
    await sql`
      insert into past_project (number, kind, started_on, permitted_on, recorded_at)
      select number, kind, "startedOn", "permittedOn", ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(projects)}::jsonb)
        as project (number text, kind text, "startedOn" date, "permittedOn" date)
      on conflict (number) do nothing`.execute(tx)
    const digest = createHash('sha256').update(JSON.stringify(projects)).digest('hex')
    record({
      act: 'demonstration.past-projects-imported',
      subject: 'past-projects',
      body: { projects: projects.length, digest },
    })
    return accept({ projects: projects.length })
  })
  return projects.length
}
