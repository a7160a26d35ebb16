/**
 * The browser's script of the intake, as the build of the pages left it.
 */

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { IntakeScript } from './intake-ports.ts'

/** Reads it from the folder of the built pages; undefined where they are not built. */
export function readIntakeScript(pagesFolder: string): IntakeScript | undefined {
  const file = join(pagesFolder, 'leads/leads.js')
  if (!existsSync(file)) return undefined
  const bytes = readFileSync(file)
  return {
    packed: gzipSync(bytes, { level: 9 }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
