/**
 * The stewards' side of one project over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import type { Resource } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { answer } from '../../platform/http/answer.ts'
import { act, findPeople } from '../project-acts.ts'
import { findProjectPeople, findProjectPeopleAt } from '../project-queries.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { setNextContact } from './next-contact.ts'
import { attachPhoto } from './photo-commands.ts'
import { stewardPage } from './steward-page.ts'

const mediaTypes = { jpeg: 'image/jpeg', png: 'image/png' } as const

interface PhotoOf {
  readonly projectId: string
  readonly contact: string
  readonly now: Date
}

/** Whose project a photo is of; who wrote its contact down sends it after a hand-over too, as long as the contact itself. */
async function findPhotoPeople(
  database: Database,
  { projectId, contact, now }: PhotoOf,
): Promise<Resource | undefined> {
  const people = await findProjectPeople(database, projectId)
  const { rows } = await sql<{ author: string; at: Date }>`
    select person_id as author, at from project_contact
    where id = ${contact} and project_id = ${projectId} and by = 'steward'`.execute(database)
  const [written] = rows
  if (people === undefined || written === undefined) return people
  const then = await findProjectPeopleAt(database, projectId, { at: written.at, now })
  const author = (then?.stewardIds ?? []).filter((id) => id === written.author)
  return { ...people, stewardIds: [...(people.stewardIds ?? []), ...author] }
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
    ({ params, body }) =>
      findPhotoPeople(database, { projectId: params.id, contact: body.contact, now: clock.now() }),
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
