/**
 * The answers of an application as they travel.
 */

import {
  array,
  boolean,
  enum as choice,
  discriminatedUnion,
  int,
  iso,
  literal,
  object,
  type output,
  string,
  uuid,
} from 'zod'

/** A short text that may not be empty. */
export const short = string().min(1).max(100)
/** YYYY-MM-DD. */
export const day = iso.date()
/** A key within content or an application. */
export const key = string().regex(/^[a-z0-9-]{1,40}$/)

/** A key, or empty where somebody has left the application and nobody has taken the place. */
const vacantKey = string().regex(/^[a-z0-9-]{0,40}$/)

const person = object({
  kind: literal('person'),
  id: key,
  name: string().max(100),
  identityNumber: string().max(30),
  phone: string().max(20),
  nationality: string().max(40).optional(),
})
const shareholdingCompany = object({
  kind: literal('company'),
  id: key,
  name: string().max(200),
  unifiedCode: string().max(30),
  signedBy: vacantKey,
})

/** What a person looks at in any case (check Q14). */
export const specialSituation = choice([
  'foreign-invested',
  'state-owned',
  'group',
  'merger-or-division',
  'listed',
])

const everyDraft = {
  name: discriminatedUnion('use', [
    object({
      use: literal('name'),
      text: string().max(100),
      pledged: boolean(),
      accepted: array(string().max(100)).max(200).optional(),
    }),
    object({ use: literal('none') }),
  ]).optional(),
  seat: object({ code: string().max(60) }).optional(),
  premises: object({ address: string().max(200), right: choice(['owned', 'rented', 'lent']) }).optional(),
  scope: object({
    entryIds: array(string().max(40)).max(60),
    own: array(string().max(100)).max(20).optional(),
  }).optional(),
  parties: array(discriminatedUnion('kind', [person, shareholdingCompany]))
    .max(120)
    .optional(),
  duplicates: int().min(1).max(9).optional(),
  special: array(specialSituation).max(5).optional(),
}

const contributionForm = choice([
  'money',
  'goods',
  'intellectual-property',
  'land-use-right',
  'equity',
  'claim',
])

const posts = object({
  directors: array(key).max(19),
  manager: vacantKey,
  supervision: discriminatedUnion('kind', [
    object({ kind: literal('supervisors'), ids: array(key).max(19) }),
    object({ kind: literal('waived-by-all') }),
    object({ kind: literal('audit-committee'), ids: array(key).max(19).optional() }),
  ]),
  legalRepresentative: vacantKey,
  finance: vacantKey,
  liaison: vacantKey,
})

/** The answers of an application; a section not answered yet is absent. */
export const applicationAnswers = discriminatedUnion('kind', [
  object({
    kind: literal('LLC'),
    ...everyDraft,
    capital: object({ amount: string().max(20), paidInBy: day }).optional(),
    shareholders: array(object({ partyId: key, percent: string().max(10), form: contributionForm }))
      .max(60)
      .optional(),
    posts: posts.optional(),
    articles: object({
      model: boolean(),
      term: object({ years: int().min(1).max(99).nullable() }),
    }).optional(),
    beneficialOwners: array(key).max(20).optional(),
  }),
  object({
    kind: literal('IND'),
    ...everyDraft,
    composition: choice(['personal', 'family']).optional(),
    operatorId: vacantKey.optional(),
    operatorResidence: string().max(200).optional(),
    familyIds: array(key).max(20).optional(),
    liaisonId: vacantKey.optional(),
  }),
])

/** The answers as they travel. */
export type ApplicationAnswers = output<typeof applicationAnswers>

/** Where an application stands. */
export const stage = choice([
  'draft',
  'signing',
  'with-officer',
  'approved',
  'refused',
  'revocation-proposed',
  'revoked',
  'withdrawn',
  'expired',
])
/** The application a route is about. */
export const applicationParams = object({ id: uuid() })
