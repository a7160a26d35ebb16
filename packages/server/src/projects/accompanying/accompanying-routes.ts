/**
 * The stewards' side of one project over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { accept, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { answer } from '../../platform/http/answer.ts'
import { act, findPeople } from '../project-acts.ts'
import { findProjectPeople } from '../project-queries.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { setNextContact } from './next-contact.ts'
import { attachPhoto } from './photo-commands.ts'
import { stewardPage } from './steward-page.ts'

const mediaTypes = { jpeg: 'image/jpeg', png: 'image/png' } as const

/** Who wrote a contact down: their photos follow it, even after a hand-over. */
async function findAuthor(database: Database, contact: string): Promise<readonly string[]> {
  const { rows } = await sql<{ by: string }>`
    select person_id as by from project_contact where id = ${contact} and by = 'steward'`.execute(database)
  return rows.map(({ by }) => by)
}

/** Answers the routes. */
export function implementAccompanyingRoutes(room: ProjectsRoom): void {
  const { implement, clock, database, files } = room
  const concerned = findPeople(room)
  implement(
    contract.readStewardPage,
    ({ params, language }) => stewardPage(room, { projectId: params.id, now: clock.now(), language }),
    { 'calendar-not-published': 503 },
    concerned,
  )
  implement(
    contract.setNextContact,
    (input) => {
      const projectId = input.params.id
      const { on } = input.body
      return act(room, { name: 'stewards.set-next-contact', subject: projectId, input }, (context) =>
        setNextContact(room, context, { projectId, on }),
      )
    },
    { 'project-ended': 409, 'next-contact-past': 422 },
    concerned,
  )
  implement(
    contract.attachPhoto,
    (input) =>
      act(room, { name: 'stewards.attach-photo', subject: input.params.id, input }, (context) =>
        attachPhoto(room, context, { projectId: input.params.id, ...input.body }),
      ),
    {
      'contact-unknown': 404,
      'upload-unknown': 404,
      'upload-unfinished': 409,
      'file-kind-unknown': 422,
      'file-damaged': 422,
      'photo-not-image': 422,
      'photo-tells-place': 422,
      'photo-recorded-otherwise': 409,
    },
    async ({ params, body }) => {
      const people = await findProjectPeople(database, params.id)
      const author = await findAuthor(database, body.contact)
      return people && { ...people, stewardIds: [...(people.stewardIds ?? []), ...author] }
    },
  )
  implement(
    contract.readPhoto,
    async ({ params }) => {
      const { rows } = await sql<{ file: string; kind: 'jpeg' | 'png' }>`
        select photo.file, photo.kind from project_contact_photo photo
          join project_contact contact on contact.id = photo.contact_id
        where photo.id = ${params.photo} and contact.project_id = ${params.id}`.execute(database)
      const [photo] = rows
      const bytes = photo === undefined ? undefined : await files.get(photo.file)
      if (photo === undefined || bytes === undefined) return refuse('photo-unknown')
      return accept(answer(Buffer.from(bytes), { headers: { 'content-type': mediaTypes[photo.kind] } }))
    },
    { 'photo-unknown': 404 },
    concerned,
  )
}
