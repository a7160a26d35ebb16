/**
 * What the zone says of its intake: whom a report may be about, who is signposted elsewhere, where "leave" leads.
 */

import { join } from 'node:path'
import { array, enum as choice, int, looseObject, object, type output, string, url } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const intakeFile = object({
  leave: url(),
  units: object({
    source: string(),
    mark: choice(['S', 'G', 'U']),
    list: array(object({ id: string().regex(/^[a-z-]{1,40}$/), name: string() })).min(1),
  }),
  elsewhere: array(
    object({
      id: string(),
      name: string(),
      hint: string(),
      where: array(string()).min(1),
      source: string(),
      mark: choice(['S', 'G', 'U']),
    }),
  ).min(1),
})
const zoneFile = looseObject({ name: object({ 'zh-CN': string() }), utcOffsetMinutes: int() })

/** The content of the intake. */
export interface IntakeContent extends output<typeof intakeFile> {
  readonly zoneName: string
  /** minutes that local time is ahead of UTC */
  readonly utcOffsetMinutes: number
}

/** Reads it; a unit listed twice, or listed here and elsewhere, closes the intake. */
export function readIntakeContent(contentFolder: string): IntakeContent {
  const read = (name: string): unknown => readContentFile(join(contentFolder, name))
  const content = intakeFile.parse(read('leads/intake.yaml'))
  const ids = [...content.units.list, ...content.elsewhere].map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new Error(`leads/intake.yaml: ${twice} is listed twice`)
  const { name, utcOffsetMinutes } = zoneFile.parse(read('zone.yaml'))
  return { ...content, zoneName: name['zh-CN'], utcOffsetMinutes }
}
