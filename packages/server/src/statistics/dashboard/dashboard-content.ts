/**
 * What stands on the dashboard: groups of figures, the records they are counted from, who answers for each.
 */

import { join } from 'node:path'
import { array, enum as choice, object, type output, partialRecord, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'
import { type RecordSet, recordSets } from './counted-records.ts'

const wording = object({ 'zh-CN': string(), en: string() })

const figure = object({
  id: string(),
  records: choice(recordSets),
  form: choice(['count', 'share']),
  owner: string(),
  label: wording,
  definition: wording,
})

const recordNames = object({ name: wording, met: wording, day: wording })

const dashboardFile = object({
  source: string(),
  mark: choice(['S', 'G', 'U']),
  owners: record(string(), wording),
  records: partialRecord(choice(recordSets), recordNames),
  groups: array(object({ id: string(), name: wording, figures: array(figure).min(1) })).min(1),
})

/** A figure as the zone defines it. */
export type DashboardFigure = output<typeof figure>

/** How records are called, those of them that count, and the day that they are counted on. */
export type RecordNames = output<typeof recordNames>

/** The dashboard of a zone. */
export interface DashboardContent {
  readonly source: string
  readonly mark: 'S' | 'G' | 'U'
  readonly owners: Readonly<Record<string, output<typeof wording>>>
  readonly records: Readonly<Partial<Record<RecordSet, RecordNames>>>
  readonly groups: output<typeof dashboardFile>['groups']
}

/** Reads `statistics/dashboard.yaml` of a zone; a figure whose records or owner have no name close the house. */
export function readDashboardContent(contentFolder: string): DashboardContent {
  const place = 'statistics/dashboard.yaml'
  const content = dashboardFile.parse(readContentFile(join(contentFolder, place)))
  for (const { id, records, owner } of content.groups.flatMap(({ figures }) => figures)) {
    if (content.records[records] === undefined) throw new Error(`${place}: ${id}: ${records} have no name`)
    if (content.owners[owner] === undefined) throw new Error(`${place}: ${id}: ${owner} has no name`)
  }
  return content
}
