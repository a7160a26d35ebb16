/**
 * What registration reads from the zone's content: services, carriers, standard wording, checks.
 */

import { join } from 'node:path'
import {
  type ApplicationRules,
  type ArticlesModel,
  type ReadDecisionRules,
  type ReadPaperRules,
  type ScopeCatalogue,
  type SeatCatalogue,
} from '@guanjia/core/registration'
import { array, enum as choice, int, looseObject, object, type output, record, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'
import { articlesModel } from './content/articles-model.ts'
import { scopeFile, seatsFile } from './content/catalogue-files.ts'
import { decisionRulesFrom } from './content/decision-rules-file.ts'
import { paperRulesFrom } from './content/paper-rules-file.ts'
import {
  type RegistrationEnglish,
  readRegistrationEnglish,
  withEnglishWords,
} from './registration-english.ts'

const days = looseObject({ value: int().min(1), unit: string() })

const shareholders = object({ atLeast: int().min(1), atMost: int().min(1), article: string() })
const capital = looseObject({ paidInWithinYears: int().min(1), article: string() })

const servicesFile = looseObject({
  registrar: object({ code: string().length(6), authority: string(), cityCode: string() }),
  caseNumberPrefix: string(),
  unifiedCodePrefix: string(),
  services: array(
    looseObject({
      id: string(),
      kind: choice(['LLC', 'IND']),
      category: choice(['91', '92']),
      name: record(string(), string()),
      licenceType: object({ one: string(), several: string(), company: string() }),
      shareholders: shareholders.optional(),
      capital: capital.optional(),
    }),
  ).min(2),
  timeLimits: looseObject({ draftKept: days, draftNotice: days, signatureLink: days }),
  pledge: array(string()).min(1),
  /** words for the composition of an individual business */
  composition: object({ personal: string(), family: string() }),
  receivers: array(object({ id: string(), name: string() })),
  articles: articlesModel,
})

/** The services of a zone. */
export type RegistrationServices = output<typeof servicesFile>

/** One service. */
export type RegistrationService = RegistrationServices['services'][number]

/** Everything together. */
export interface RegistrationContent {
  readonly services: RegistrationServices
  /** what the content means to readers of English */
  readonly english: RegistrationEnglish
  readonly articles: ArticlesModel
  readonly seats: SeatCatalogue
  readonly scope: ScopeCatalogue
  readonly checks: ReadDecisionRules
  readonly papers: ReadPaperRules
  readonly shareholders: ApplicationRules['shareholders']
  readonly capital: ApplicationRules['capital']
}

/** Reads `content/<zone>/registration`. */
export function readRegistrationContent(contentFolder: string): RegistrationContent {
  const read = (name: string): unknown => readContentFile(join(contentFolder, 'registration', `${name}.yaml`))
  const services = servicesFile.parse(read('services'))
  const english = readRegistrationEnglish(contentFolder)
  const company = services.services.find(({ kind }) => kind === 'LLC')
  if (company?.shareholders === undefined || company.capital === undefined)
    throw new Error('the service for limited companies names the limits of shareholders and capital')
  return {
    services,
    english,
    articles: services.articles,
    seats: seatsFile.parse(read('carriers')),
    scope: withEnglishWords(scopeFile.parse(read('scope-entries')), english),
    checks: decisionRulesFrom(read('decision-checks')),
    papers: paperRulesFrom(read('papers')),
    shareholders: company.shareholders,
    capital: company.capital,
  }
}

/** What the carriers are called, by id. */
export function namesOfCarriers({ seats, english }: RegistrationContent) {
  return Object.fromEntries(
    seats.carriers.map(({ id, name }) => [id, { 'zh-CN': name, en: english.carriers[id] ?? name }]),
  )
}

/** What the papers of a set-up are called, by the type that the applicant's library keeps them under. */
export function namesOfPapers({ papers }: RegistrationContent) {
  return new Map(papers.papers.map(({ id, name }) => [`registration-${id}`, name]))
}

/** The service for a kind of subject; content has one for each. */
export function serviceFor({ services }: RegistrationContent, kind: 'LLC' | 'IND'): RegistrationService {
  const service = services.services.find((one) => one.kind === kind)
  if (service === undefined) throw new Error(`no service for ${kind}`)
  return service
}

/** What answers are checked against on a day. */
export function applicationRules(content: RegistrationContent, today: string): ApplicationRules {
  const { scope, seats, shareholders, capital, papers } = content
  return { today, scope, seats, shareholders, capital, papers }
}
