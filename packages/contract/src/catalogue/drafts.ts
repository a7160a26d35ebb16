/**
 * The draft of the next version of the catalogue: edited service by service, checked at every save, proposed by one person
 * and published by another.
 */

import {
  array,
  boolean,
  enum as choice,
  coerce,
  int,
  iso,
  nullable,
  number,
  object,
  record,
  string,
  union,
  unknown,
  uuid,
} from 'zod'
import { defineRoute } from '../route.ts'

const id = string().max(40)
const version = int().min(1).max(1_000_000)
const revision = int().min(1)
const sentence = string().trim().min(2).max(500)
const path = array(union([string(), number()]))

/** Plain content as it stands in the YAML of a zone. */
const plain = record(string(), unknown())

const person = object({ id: uuid(), name: string() })

/** A value that differs; a side that is not there is left out. */
const change = object({ path, before: unknown().optional(), after: unknown().optional() })

const finding = object({
  code: string(),
  /** from the top of the service, or of the whole content where `service` is null */
  path,
  sentence: string(),
  /** id of the service it stands in */
  service: nullable(string()),
  /** in the text of the service that is read; 0 where it stands elsewhere */
  line: int(),
})

const serviceKindOfChange = choice(['added', 'removed', 'changed'])

const draft = object({
  id: uuid(),
  /** number of the version it was begun from */
  base: int(),
  origin: choice(['edited', 'folder', 'restored']),
  /** number of the earlier version whose text it brings back */
  restores: nullable(int()),
  revision,
  state: choice(['open', 'proposed']),
  begunBy: person,
  begunAt: iso.datetime(),
  changedBy: person,
  changedAt: iso.datetime(),
  reason: nullable(string()),
  effectiveOn: nullable(iso.date()),
  proposedBy: nullable(person),
  proposedAt: nullable(iso.datetime()),
  returnedNote: nullable(string()),
  findings: array(finding),
  /** what differs from `base` */
  services: array(object({ id: string(), kind: serviceKindOfChange, changes: array(change) })),
  others: array(change),
})

const published = object({ number: int(), effectiveOn: iso.date(), publishedAt: iso.datetime() })

/** The services with what the draft makes of them. */
export const readCatalogueDraft = defineRoute({
  id: 'catalogue.read-draft',
  method: 'GET',
  path: '/api/catalogue/draft',
  action: 'catalogue.edit',
  summary: 'The services as the newest version or the draft has them, and how far the draft is',
  response: object({
    newest: published,
    /** the version that applies today */
    inForce: published,
    draft: nullable(draft),
    services: array(
      object({
        id: string(),
        name: string(),
        /** initials of the sounds of the name */
        initials: string(),
        stage: int(),
        kind: string(),
        authority: string(),
        committed: nullable(object({ value: number(), unit: string() })),
        /** how many figures and sentences bear each mark */
        marks: object({ S: int(), G: int(), U: int() }),
        change: nullable(serviceKindOfChange),
        findings: int(),
      }),
    ),
    stages: array(object({ stage: int(), name: string() })),
  }),
  problems: ['catalogue-unpublished'],
})

/** Begins a draft. */
export const beginCatalogueDraft = defineRoute({
  id: 'catalogue.begin-draft',
  method: 'POST',
  path: '/api/catalogue/draft',
  action: 'catalogue.edit',
  summary: 'Begins the draft of the next version from the newest one, or from the text of an earlier one',
  body: object({
    /** number of the earlier version to bring back; null = the newest one, to be edited */
    restores: nullable(version),
  }),
  response: object({ id: uuid(), revision }),
  success: 201,
  problems: ['catalogue-unpublished', 'version-unknown', 'draft-there-already', 'catalogue-unchanged'],
  idempotent: true,
})

const named = array(object({ id: string(), name: string() }))

const editedService = object({
  /** null where no draft was begun: the service can be read, not changed */
  revision: nullable(revision),
  state: choice(['none', 'open', 'proposed']),
  service: plain,
  /** the same as YAML */
  text: string(),
  /** as the version has it that the draft was begun from; null where it is new */
  published: nullable(plain),
  changes: array(change),
  findings: array(finding),
})

/** One service to be edited. */
export const readDraftService = defineRoute({
  id: 'catalogue.read-draft-service',
  method: 'GET',
  path: '/api/catalogue/draft/services/:id',
  action: 'catalogue.edit',
  summary: 'One service as plain content and as YAML, with findings and differences',
  params: object({ id }),
  response: editedService.extend({
    /** what the ids of the service may be */
    choices: object({
      authorities: named,
      services: named,
      evidence: named,
      outputs: named,
      statutes: named,
      attributes: array(object({ id: string(), name: string(), type: string(), values: array(string()) })),
    }),
  }),
  problems: ['catalogue-unpublished', 'service-unknown'],
})

/** Saves one service. */
export const saveDraftService = defineRoute({
  id: 'catalogue.save-draft-service',
  method: 'PUT',
  path: '/api/catalogue/draft/services/:id',
  action: 'catalogue.edit',
  summary: 'Writes one service of the draft, as plain content or as YAML, and says what is wrong with it',
  params: object({ id }),
  body: object({
    revision,
    service: plain.optional(),
    /** YAML of the whole service, in the place of `service` */
    text: string().max(60_000).optional(),
  }),
  response: editedService,
  problems: [
    'draft-unknown',
    'draft-proposed',
    'draft-changed-meanwhile',
    'service-unknown',
    'service-renamed',
    'text-not-readable',
  ],
  idempotent: true,
})

/** Proposes the draft. */
export const proposeCatalogueDraft = defineRoute({
  id: 'catalogue.propose-draft',
  method: 'POST',
  path: '/api/catalogue/draft/proposal',
  action: 'catalogue.edit',
  summary: 'Hands the draft to a second person, with the reason and the first day it applies',
  body: object({ revision, reason: sentence, effectiveOn: iso.date() }),
  response: object({ revision }),
  problems: [
    'draft-unknown',
    'draft-proposed',
    'draft-changed-meanwhile',
    'draft-has-findings',
    'catalogue-unchanged',
    'catalogue-outdated',
    'effective-date-past',
    'effective-before-newest',
  ],
  idempotent: true,
})

/** Returns the proposal. */
export const returnCatalogueDraft = defineRoute({
  id: 'catalogue.return-draft',
  method: 'POST',
  path: '/api/catalogue/draft/return',
  action: 'catalogue.edit',
  summary:
    'Opens a proposed draft again, with what is to be changed: by who proposed it, or by the second person',
  body: object({ revision, note: sentence }),
  response: object({ revision }),
  problems: ['draft-unknown', 'draft-not-proposed', 'draft-changed-meanwhile'],
  idempotent: true,
})

/** Confirms the proposal. */
export const confirmCatalogueDraft = defineRoute({
  id: 'catalogue.confirm-draft',
  method: 'POST',
  path: '/api/catalogue/draft/confirmation',
  action: 'catalogue.confirm',
  summary: 'Publishes the proposed draft as the next version; never by who proposed it',
  body: object({ revision }),
  response: object({ number: int(), hash: string(), effectiveOn: iso.date() }),
  success: 201,
  problems: [
    'draft-unknown',
    'draft-not-proposed',
    'draft-changed-meanwhile',
    'draft-has-findings',
    'second-person-required',
    'catalogue-outdated',
    'effective-date-past',
    'effective-before-newest',
  ],
  idempotent: true,
})

/** Gives the draft up. */
export const discardCatalogueDraft = defineRoute({
  id: 'catalogue.discard-draft',
  method: 'POST',
  path: '/api/catalogue/draft/discarding',
  action: 'catalogue.edit',
  summary: 'Gives up a draft that is not proposed; what was written is kept and no longer worked on',
  body: object({ revision }),
  response: object({ discarded: boolean() }),
  problems: ['draft-unknown', 'draft-proposed', 'draft-changed-meanwhile'],
  idempotent: true,
})

/** The versions with the people behind them. */
export const readCatalogueHistory = defineRoute({
  id: 'catalogue.read-history',
  method: 'GET',
  path: '/api/catalogue/history',
  action: 'catalogue.read-history',
  summary: 'Published versions, the newest first: why, by whom, since when, and what differs',
  response: object({
    versions: array(
      published.extend({
        hash: string(),
        state: choice(['coming', 'in-force', 'past', 'skipped']),
        reason: nullable(string()),
        proposedBy: nullable(person),
        confirmedBy: nullable(person),
        restores: nullable(int()),
        /** against the version it was made from; none for the first */
        services: array(object({ id: string(), name: string(), kind: serviceKindOfChange })),
        others: int(),
      }),
    ),
  }),
})

/** What differs between two versions. */
export const compareCatalogueVersions = defineRoute({
  id: 'catalogue.compare-versions',
  method: 'GET',
  path: '/api/catalogue/history/:number',
  action: 'catalogue.read-history',
  summary: 'What a version says differently from another one, from the one before it where none is named',
  params: object({ number: coerce.number().int().min(1).max(1_000_000) }),
  query: object({ against: coerce.number().int().min(1).max(1_000_000).optional() }),
  response: object({
    number: int(),
    against: nullable(int()),
    services: array(
      object({ id: string(), name: string(), kind: serviceKindOfChange, changes: array(change) }),
    ),
    others: array(change),
  }),
  problems: ['version-unknown'],
})
