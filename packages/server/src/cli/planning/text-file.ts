/**
 * Files that are named on the command line.
 */

import { readFileSync } from 'node:fs'

/** The text of a file without its byte order mark; absent where it cannot be read. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}
