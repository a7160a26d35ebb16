/**
 * The catalogue of public services on the wire.
 */

import { array, coerce, int, iso, object, record, string, unknown } from 'zod'
import { serviceGuide, serviceKind, serviceLine } from './catalogue/service-guide.ts'
import { defineRoute } from './route.ts'

export * from './catalogue/drafts.ts'

const id = string().max(40)

/** The services in force today, filtered. */
export const listServices = defineRoute({
  id: 'catalogue.list-services',
  method: 'GET',
  path: '/api/services',
  action: 'catalogue.read',
  summary: 'Public services by stage, kind, authority and words; initials of the sounds find them too',
  query: object({
    stage: coerce.number().int().min(1).max(5).optional(),
    kind: serviceKind.optional(),
    authority: id.optional(),
    /** every word must be in the name, the id or the result, or be initials such as `sgxkz` */
    text: string().max(60).optional(),
  }),
  response: object({
    version: int(),
    effectiveOn: iso.date(),
    /** how many services there are without any filter */
    total: int(),
    services: array(serviceLine),
    stages: array(object({ stage: int(), name: string() })),
    kinds: array(serviceKind),
    authorities: array(object({ id: string(), name: string() })),
  }),
  problems: ['catalogue-unpublished'],
})

/** One service. */
export const readService = defineRoute({
  id: 'catalogue.read-service',
  method: 'GET',
  path: '/api/services/:id',
  action: 'catalogue.read',
  summary: 'The guide of one service: who, when, how long, with what, on which article',
  params: object({ id }),
  response: serviceGuide,
  problems: ['catalogue-unpublished', 'service-unknown'],
})

/** The versions. */
export const listCatalogueVersions = defineRoute({
  id: 'catalogue.list-versions',
  method: 'GET',
  path: '/api/catalogue/versions',
  action: 'catalogue.read',
  summary: 'Published versions of the catalogue, the newest first',
  response: object({
    versions: array(
      object({
        number: int(),
        hash: string(),
        effectiveOn: iso.date(),
        publishedAt: iso.datetime(),
      }),
    ),
  }),
})

/** A version as plain content: what a browser plans with, and what a case rests on. */
export const readCatalogueVersion = defineRoute({
  id: 'catalogue.read-version',
  method: 'GET',
  path: '/api/catalogue/versions/:number',
  action: 'catalogue.read',
  summary: 'The content of one version; it never changes',
  params: object({ number: coerce.number().int().min(1).max(1_000_000) }),
  response: object({
    number: int(),
    hash: string(),
    effectiveOn: iso.date(),
    content: record(string(), unknown()),
  }),
  problems: ['version-unknown'],
})
