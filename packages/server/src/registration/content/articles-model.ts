/**
 * The model text of the articles in `services.yaml`.
 */

import type { ArticlesModel } from '@guanjia/core/registration'
import { array, enum as choice, literal, object, record, string, type ZodType } from 'zod'

const clause = object({
  text: string().min(1),
  when: choice([
    'one-shareholder',
    'several-shareholders',
    'one-director',
    'board',
    'supervision-supervisors',
    'supervision-waived-by-all',
    'supervision-audit-committee',
    'term-limited',
    'term-unlimited',
  ]).optional(),
  table: literal('shareholders').optional(),
})

/** The model text of a zone. */
export const articlesModel = object({
  version: string().min(1),
  heading: string().min(1),
  tableHead: array(string()).min(1),
  contributionForms: record(string(), string()),
  chapters: array(object({ title: string().min(1), clauses: array(clause).min(1) })).min(1),
}) as unknown as ZodType<ArticlesModel>
