/**
 * The words and measures of licences and notices, from the zone's content.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, enum as choice, number, object, type output, record, string, type ZodType } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const sheet = object({ label: string(), widthMm: number(), heightMm: number(), qrWidthMm: number() })
const signatureWords = object({ reason: string(), location: string() })

const licenceFile = object({
  heading: string(),
  copies: object({ original: sheet, duplicate: sheet }),
  labels: object({
    code: string(),
    number: string(),
    name: string(),
    type: string(),
    scope: string(),
    capital: string(),
    composition: string(),
    establishedOn: string(),
    premises: string(),
    premisesOfIndividual: string(),
    authority: string(),
    issuedOn: string(),
    representative: object({
      'legal-representative': string(),
      operator: string(),
      'managing-partner': string(),
      investor: string(),
    }),
  }),
  qr: object({ note: array(string()).min(1), alt: string() }),
  footer: array(string()),
  demonstration: object({ mark: string(), notice: string() }),
  emblem: string().nullable(),
  publicRepresentative: choice(['masked', 'hidden', 'shown']),
  signature: signatureWords,
  printCode: object({ minutes: number().int().min(1) }),
})

const notice = object({
  heading: string(),
  paragraphs: array(string()),
  rows: array(string()),
  closing: array(string()),
})

const formTable = object({
  title: string(),
  columns: array(string()),
  widths: array(number().int().min(1)),
})

const formWords = object({
  heading: string(),
  labels: record(string(), string()),
  tables: object({
    people: formTable,
    companies: formTable,
    shares: formTable,
    papers: formTable,
    signatures: formTable,
  }),
  duties: record(string(), string()),
  pledgeTitle: string(),
  footer: array(string()),
})

/** The words of the application form. */
export type FormWords = output<typeof formWords>

const noticesFile = object({
  signature: signatureWords,
  footer: array(string()),
  approvalNumber: string(),
  approval: notice,
  acceptance: notice,
  refusal: notice,
  labels: record(string(), string()),
  articles: object({ signatureHeading: string() }),
  form: formWords,
  archive: object({
    heading: string(),
    columns: array(string()).length(4),
    rows: object({ caseNumber: string(), name: string(), decidedAt: string(), root: string() }),
    footer: array(string()),
  }),
})

const bothLanguages = object({ 'zh-CN': string(), en: string() })

const verdictsFile = object({
  verdicts: object({
    valid: bothLanguages,
    revoked: bothLanguages,
    superseded: bothLanguages,
    unknown: bothLanguages,
    altered: bothLanguages,
  }),
  reasons: object({
    'credential-malformed': bothLanguages,
    'document-differs': bothLanguages,
    'key-unknown': bothLanguages,
    'number-unknown': bothLanguages,
    'register-agrees': bothLanguages,
    'register-differs': bothLanguages,
    'register-not-asked': bothLanguages,
    'register-says-revoked': bothLanguages,
    'register-says-superseded': bothLanguages,
    'signature-genuine': bothLanguages,
    'signature-wrong': bothLanguages,
  }),
})

const rareFile = object({ characters: array(object({ character: string(), description: string() })) })

/** Words and measures of the licence. */
export type LicenceContent = output<typeof licenceFile> & {
  /** the emblem as SVG, null where none is to be printed */
  readonly emblemSvg: string | null
}

/** Words of the notices. */
export type NoticeContent = output<typeof noticesFile>

/** What a verification tells the reader, for every verdict and reason. */
export type VerdictTexts = output<typeof verdictsFile>

/** Everything the papers of a registration are made of. */
export interface PaperContent {
  readonly templates: string
  readonly licence: LicenceContent
  readonly notices: NoticeContent
  readonly verdicts: VerdictTexts
  /** reviewed description sequences of characters without a glyph */
  readonly reviewed: ReadonlyMap<string, string>
}

/** Reads `documents/` of a zone; throws where it is not what it should be. */
export function readPaperContent(contentFolder: string): PaperContent {
  const templates = join(contentFolder, 'documents')
  const read = <T>(file: string, schema: ZodType<T>): T =>
    schema.parse(readContentFile(join(templates, file)))
  const licence = read('licence.yaml', licenceFile)
  const { characters } = read('rare-characters.yaml', rareFile)
  return {
    templates,
    licence: {
      ...licence,
      emblemSvg: licence.emblem === null ? null : readFileSync(join(templates, licence.emblem), 'utf8'),
    },
    notices: read('notices.yaml', noticesFile),
    verdicts: read('verdicts.yaml', verdictsFile),
    reviewed: new Map(characters.map(({ character, description }) => [character, description])),
  }
}
