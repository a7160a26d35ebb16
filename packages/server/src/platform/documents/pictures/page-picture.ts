/**
 * Pages of PDFs that people handed in, as pictures any browser shows. Each is drawn in a process of its own with a limit of
 * time and size: the files come from outside.
 */

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { createBoundedCache } from '../bounded-cache.ts'

/** A page. */
export interface PagePicture {
  /** SVG; scans stand in it as they are */
  readonly picture: string
  /** pages of the whole file */
  readonly pages: number
}

/** Why there is no picture: the file has fewer pages, or cannot be read. */
export type PictureRefusal = 'page-not-there' | 'file-not-shown'

/** Draws pages. */
export type DrawPage = (file: PageOfFile) => Promise<Result<PagePicture, PictureRefusal>>

/** Which page of which file. */
export interface PageOfFile {
  /** under which the picture is remembered, the digest of the content */
  readonly name: string
  /** counted from 1 */
  readonly page: number
  readonly read: () => Promise<Uint8Array | undefined>
}

const drawer = fileURLToPath(new URL('./page-process.ts', import.meta.url))
const patienceMs = 20_000
const rememberedBytes = 32 * 1024 * 1024

/** Draws pages and remembers the last ones; whoever turns back does not wait. */
export function createPagePictures(): DrawPage {
  const cache = createBoundedCache(rememberedBytes)
  return async ({ name, page, read }) => {
    const key = `${name} ${page}`
    const known = cache.find(key)
    if (known !== undefined) return accept(JSON.parse(known.toString('utf8')) as PagePicture)
    const bytes = await read()
    const said = bytes === undefined ? undefined : await draw(bytes, page)
    if (said === undefined || said.pages === 0) return refuse('file-not-shown')
    if (said.picture === null) return refuse('page-not-there', { pages: said.pages })
    const picture = { picture: said.picture, pages: said.pages }
    cache.keep(key, Buffer.from(JSON.stringify(picture), 'utf8'))
    return accept(picture)
  }
}

interface Said {
  readonly picture: string | null
  readonly pages: number
}

/** Undefined where the process died, spoke nonsense, or took too long. */
async function draw(bytes: Uint8Array, page: number): Promise<Said | undefined> {
  const child = spawn(process.execPath, [drawer, String(page)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  })
  // who dies while it is written to has said enough
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  const said = await text(child.stdout)
  return said === '' ? undefined : (JSON.parse(said) as Said)
}
