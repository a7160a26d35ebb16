/**
 * The poster with the code of the intake's address, as PDF/A for any printer.
 */

import { join } from 'node:path'
import { array, object, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'
import { createTypesetter, drawQrCode } from '../../platform/documents/index.ts'

const posterFile = object({
  title: string(),
  author: string(),
  lead: string(),
  steps: array(object({ title: string(), text: string() })),
  lines: array(string()),
  demonstration: string(),
})

/** What a poster is made from. */
export interface PosterOptions {
  readonly contentFolder: string
  /** address that the code opens */
  readonly address: string
  readonly isDemonstration: boolean
  readonly at: Date
}

/** The bytes of the poster. */
export function leadsPoster({ contentFolder, address, isDemonstration, at }: PosterOptions): Buffer {
  const templates = join(contentFolder, 'documents')
  const words = posterFile.parse(readContentFile(join(templates, 'leads-poster.yaml')))
  const data = {
    ...words,
    keywords: [address],
    demonstration: isDemonstration ? words.demonstration : null,
    address,
    code: drawQrCode(address).svg,
  }
  return createTypesetter({ templates, reviewed: new Map() }).render({ template: 'leads-poster', data, at })
}
