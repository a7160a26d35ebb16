/**
 * The papers of a case: notices, articles and the package that is archived.
 */

import { custom } from 'zod'
import { defineRoute } from '../route.ts'
import { applicationParams } from './answers.ts'

const bytes = custom<Uint8Array>()

/** The notice that an application was accepted for review. */
export const readAcceptance = defineRoute({
  id: 'registration.read-acceptance',
  method: 'GET',
  path: '/api/registration/applications/:id/acceptance.pdf',
  action: 'registration.read-papers',
  summary: 'The notice of acceptance of a case that a registrar looks at, PDF/A-2b, signed',
  params: applicationParams,
  response: bytes,
  produces: 'application/pdf',
  problems: ['paper-not-issued'],
})

/** The notice of a refusal. */
export const readRefusal = defineRoute({
  id: 'registration.read-refusal',
  method: 'GET',
  path: '/api/registration/applications/:id/refusal.pdf',
  action: 'registration.read-papers',
  summary: 'The notice of refusal with check, article, reason and remedy, PDF/A-2b, signed',
  params: applicationParams,
  response: bytes,
  produces: 'application/pdf',
  problems: ['paper-not-issued'],
})

/** The application form as it was signed. */
export const readForm = defineRoute({
  id: 'registration.read-form',
  method: 'GET',
  path: '/api/registration/applications/:id/application-form.pdf',
  action: 'registration.read-papers',
  summary: 'The application form as everybody signed it, with the signatures, PDF/A-2b, signed',
  params: applicationParams,
  response: bytes,
  produces: 'application/pdf',
  problems: ['paper-not-issued'],
})

/** The articles as they were signed. */
export const readArticles = defineRoute({
  id: 'registration.read-articles',
  method: 'GET',
  path: '/api/registration/applications/:id/articles.pdf',
  action: 'registration.read-papers',
  summary: 'The articles of association with the signatures of the shareholders, PDF/A-2b, signed',
  params: applicationParams,
  response: bytes,
  produces: 'application/pdf',
  problems: ['paper-not-issued'],
})

/** Everything that is archived of a decided case. */
export const readArchive = defineRoute({
  id: 'registration.read-archive',
  method: 'GET',
  path: '/api/registration/applications/:id/archive.zip',
  action: 'registration.read-papers',
  summary:
    'The archive of a decided case: a signed list (PDF/A-2b) with the hash of every paper, and the papers',
  params: applicationParams,
  response: bytes,
  produces: 'application/zip',
  problems: ['paper-not-issued'],
})
