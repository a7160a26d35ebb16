/**
 * Links over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { act, type SupervisionRoom } from '../supervision-ports.ts'
import { linkProject, unlinkProject } from './link-commands.ts'
import { readLink } from './link-view.ts'

/** Answers the routes of links. */
export function implementLinkRoutes(room: SupervisionRoom): void {
  const { implement } = room
  implement(contract.readSupervisedLink, ({ params }) => readLink(room, params.id), {
    'supervised-unknown': 404,
  })
  implement(
    contract.linkSupervised,
    (input) =>
      act(room, { name: 'supervision.link-project', subject: input.params.id, input }, (context) =>
        linkProject(room, context, { ...input.params, ...input.body }),
      ),
    {
      'supervised-unknown': 404,
      'linked-project-unknown': 422,
      'link-stands': 409,
      'project-linked-elsewhere': 409,
    },
  )
  implement(
    contract.unlinkSupervised,
    (input) =>
      act(room, { name: 'supervision.unlink-project', subject: input.params.id, input }, (context) =>
        unlinkProject(context, { ...input.params, ...input.body }),
      ),
    { 'supervised-unknown': 404, 'link-missing': 409 },
  )
}
