/**
 * The focus areas of supervision and the campaigns below them, as a zone lists them.
 */

import { join } from 'node:path'
import { array, enum as choice, object, type output, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })

const file = object({
  source: string().min(1),
  mark: choice(['S', 'G', 'U']),
  focusAreas: array(object({ id: string(), name: wording }).strict()).min(1),
  campaigns: array(object({ id: string(), area: string(), name: wording }).strict()).min(1),
})
  .strict()
  .refine(
    ({ focusAreas, campaigns }) => campaigns.every(({ area }) => focusAreas.some(({ id }) => id === area)),
    'a campaign lies in no focus area',
  )

/** The tree. */
export type CampaignsContent = output<typeof file>

/** Reads `supervision/campaigns.yaml` of a zone. */
export function readCampaignsContent(contentFolder: string): CampaignsContent {
  return file.parse(readContentFile(join(contentFolder, 'supervision/campaigns.yaml')))
}
