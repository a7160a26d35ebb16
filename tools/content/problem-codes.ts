/**
 * The problem codes that the routes of the contract declare.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isRecord } from './content-file.ts'

/** Every code once, in the order of the alphabet. */
export async function problemCodes(folder: string): Promise<readonly string[]> {
  const names = readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/.test(name))
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(folder, name)).href) as Promise<Record<string, unknown>>),
  )
  const routes = modules.flatMap((module) => Object.values(module)).filter(isRecord)
  const codes = routes.flatMap(({ problems }) => (Array.isArray(problems) ? problems.map(String) : []))
  return [...new Set(codes)].toSorted()
}
