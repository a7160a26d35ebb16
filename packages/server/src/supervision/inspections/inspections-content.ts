/**
 * What a zone says of joint inspections: partner organisations, grades, lists of items, what a partner sees, the report.
 */

import { join } from 'node:path'
import { scopeFacts } from '@guanjia/core/supervision'
import { array, boolean, enum as choice, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })
const mark = choice(['S', 'G', 'U'])

const partnersFile = object({
  source: string().min(1),
  mark,
  partners: array(
    object({
      id: string(),
      name: wording,
      /** whether its people are invited to inspections */
      inspects: boolean(),
    }).strict(),
  ).min(1),
}).strict()

const file = object({
  source: string().min(1),
  mark,
  grades: array(object({ id: string(), name: wording }).strict()).min(1),
  partnersSee: array(choice(scopeFacts)),
  facts: record(choice(scopeFacts), wording),
  checklists: array(object({ id: string(), name: wording, items: array(string().min(2)).min(1) }).strict()),
  paper: object({
    author: string(),
    heading: string(),
    addressee: string(),
    file: string(),
    demonstration: string(),
    opening: string(),
    rows: object({
      basis: string(),
      scope: string(),
      members: string(),
      partners: string(),
      items: string(),
      findings: string(),
      rectified: string(),
      due: string(),
    }).strict(),
    partner: string(),
    noPartners: string(),
    items: string(),
    findings: string(),
    grade: string(),
    noFindings: string(),
    rectified: string(),
    due: string(),
    finding: string(),
    signatures: string(),
    footer: array(string()),
    signature: object({ reason: string(), location: string() }),
  }).strict(),
}).strict()

/** The partner organisations. */
export type PartnersContent = output<typeof partnersFile>

/** The rules and words of inspections. */
export type InspectionsContent = output<typeof file>

/** Reads `supervision/partners.yaml` of a zone. */
export function readPartnersContent(contentFolder: string): PartnersContent {
  return partnersFile.parse(readContentFile(join(contentFolder, 'supervision/partners.yaml')))
}

/** Reads `supervision/inspections.yaml` of a zone. */
export function readInspectionsContent(contentFolder: string): InspectionsContent {
  return file.parse(readContentFile(join(contentFolder, 'supervision/inspections.yaml')))
}
