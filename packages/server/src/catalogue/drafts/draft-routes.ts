/**
 * Drafts and the history of versions over the wire.
 */

import * as contract from '@guanjia/contract/catalogue'
import { localMoment } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Command, CommandContext } from '../../platform/commands/command.ts'
import type { Caller } from '../../platform/http/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import { catalogueSetting } from '../catalogue-content.ts'
import type { CatalogueVersion, CatalogueVersions } from '../catalogue-versions.ts'
import { versionConflict } from '../publishing.ts'
import { readServiceText } from '../text/service-text.ts'
import { type CheckDraft, draftCheck } from './draft-check.ts'
import { beginDraft, discardDraft, draftConflict, saveService } from './draft-commands.ts'
import { findDraft } from './draft-store.ts'
import { type DraftShown, draftListing, type NamePerson } from './draft-view.ts'
import { confirmDraft, proposeDraft, returnDraft } from './proposal-commands.ts'
import { editedService, serviceChoices } from './service-view.ts'
import { versionComparison, versionHistory } from './version-history.ts'

/** What drafts need of the platform, and of the room that knows people. */
export interface DraftPorts
  extends Pick<
    Ports,
    'implement' | 'database' | 'clock' | 'runCommand' | 'zone' | 'newId' | 'contentFolder'
  > {
  readonly namePerson: NamePerson
}

interface DraftRoom extends DraftPorts {
  readonly versions: CatalogueVersions
  readonly check: CheckDraft
}

/** Answers the routes; gives the way to read the draft for rooms above. */
export function implementDraftRoutes(
  ports: DraftPorts,
  versions: CatalogueVersions,
): () => Promise<DraftShown | undefined> {
  const room = { ...ports, versions, check: draftCheck(catalogueSetting(ports.contentFolder)) }
  implementReading(room)
  implementWriting(room)
  implementPublishing(room)
  implementHistory(room)
  return () => shownDraft(room)
}

const states = {
  'catalogue-unpublished': 404,
  'version-unknown': 404,
  'service-unknown': 404,
  'draft-unknown': 404,
  'draft-there-already': 409,
  'draft-proposed': 409,
  'draft-not-proposed': 409,
  'draft-changed-meanwhile': 409,
  'catalogue-unchanged': 409,
  'catalogue-outdated': 409,
  'draft-has-findings': 422,
  'effective-date-past': 422,
  'effective-before-newest': 422,
  'service-renamed': 422,
  'text-not-readable': 422,
  'second-person-required': 403,
} as const

async function shownDraft({ database, versions, check }: DraftRoom): Promise<DraftShown | undefined> {
  const draft = await findDraft(database)
  if (draft === undefined) return undefined
  const base = await versions.find(draft.base)
  if (base === undefined) throw new Error(`version ${draft.base} of the catalogue is gone`)
  return { draft, base, checked: check(draft) }
}

/** The newest version, whether it applies already or not. */
async function newestVersion(room: DraftRoom): Promise<Result<CatalogueVersion, 'catalogue-unpublished'>> {
  const version = await room.versions.newest()
  return version === undefined ? refuse('catalogue-unpublished') : accept(version)
}

function implementReading(room: DraftRoom): void {
  const { implement, versions, namePerson: nameOf } = room
  implement(
    contract.readCatalogueDraft,
    async () => {
      const newest = await newestVersion(room)
      if (!newest.ok) return newest
      const inForce = (await versions.current()) ?? newest.value
      return accept(
        await draftListing({ newest: newest.value, inForce, shown: await shownDraft(room), nameOf }),
      )
    },
    states,
  )
  implement(
    contract.readDraftService,
    async ({ params }) => {
      const newest = await newestVersion(room)
      if (!newest.ok) return newest
      const shown = await shownDraft(room)
      const edited = editedService(params.id, newest.value, shown)
      if (edited === undefined) return refuse('service-unknown')
      const content = shown?.draft.content ?? newest.value.content
      return accept({ ...edited, choices: serviceChoices(newest.value, content) })
    },
    states,
  )
}

interface Sent extends Pick<Caller, 'principal' | 'correlationId'> {
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

function commandOf(name: string, sent: Sent, legal = false): Command {
  const { principal, correlationId, key, bodyHash } = sent
  return { name, subject: 'catalogue', principal, correlationId, key, bodyHash, legal }
}

function implementWriting(room: DraftRoom): void {
  const { implement, runCommand, newId } = room
  implement(
    contract.beginCatalogueDraft,
    (input) =>
      runCommand(
        commandOf('catalogue.begin-draft', input),
        (context) => beginDraft(context, { id: newId(), restores: input.body.restores }),
        draftConflict,
      ),
    states,
  )
  implement(
    contract.saveDraftService,
    async (input) => {
      const { params, body } = input
      const read = body.text === undefined ? accept(body.service ?? {}) : readServiceText(body.text)
      if (!read.ok) return read
      const edit = { id: params.id, revision: body.revision, service: read.value }
      const saved = await runCommand(commandOf('catalogue.save-draft-service', input), (context) =>
        saveService(context, edit),
      )
      if (!saved.ok) return saved
      const shown = await shownDraft(room)
      const edited = shown && editedService(params.id, shown.base, shown)
      return edited === undefined ? refuse('draft-unknown') : accept(edited)
    },
    states,
  )
  implement(
    contract.discardCatalogueDraft,
    (input) =>
      runCommand(commandOf('catalogue.discard-draft', input), (context) =>
        discardDraft(context, input.body.revision),
      ),
    states,
  )
}

function implementPublishing(room: DraftRoom): void {
  const { implement, runCommand } = room
  const legal = (name: string, input: Sent) => commandOf(name, input, true)
  implement(
    contract.proposeCatalogueDraft,
    (input) =>
      runCommand(legal('catalogue.propose-draft', input), (context) =>
        proposeDraft(room, context, input.body),
      ),
    states,
  )
  implement(
    contract.returnCatalogueDraft,
    (input) =>
      runCommand(legal('catalogue.return-draft', input), (context) => returnDraft(context, input.body)),
    states,
  )
  implement(
    contract.confirmCatalogueDraft,
    (input) =>
      runCommand(
        legal('catalogue.confirm-draft', input),
        (context: CommandContext) => confirmDraft(room, context, input.body.revision),
        versionConflict,
      ),
    states,
    // where nothing is proposed the handler says so
    async () => ({ proposedById: (await findDraft(room.database))?.proposed_by ?? 'nobody' }),
  )
}

function implementHistory(room: DraftRoom): void {
  const { implement, versions, database, clock, zone, namePerson: nameOf } = room
  implement(
    contract.readCatalogueHistory,
    async () => {
      const dayOf = (moment: Date) => localMoment(moment.getTime(), zone.utcOffsetMinutes).date
      const now = clock.now()
      return accept({ versions: await versionHistory({ database, nameOf, dayOf, now }) })
    },
    {},
  )
  implement(
    contract.compareCatalogueVersions,
    async ({ params: { number }, query: { against = number - 1 } }) => {
      const version = await versions.find(number)
      const other = await versions.find(against)
      if (version === undefined || (other === undefined && against > 0)) return refuse('version-unknown')
      return accept(versionComparison(version, other))
    },
    states,
  )
}
