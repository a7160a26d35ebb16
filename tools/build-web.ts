/**
 * Builds the pages: the browser's bundle and the one the server renders with. Skips when nothing has changed, and
 * fails when a page would be heavier than its budget.
 */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { filesUnder } from './house/source-files.ts'

const root = join(import.meta.dirname, '..')
const web = join(root, 'packages/web')
const dist = join(web, 'dist')

/** Kilobytes, gzip, of what the first page loads; staff pages come on top of it. */
const budgets = { script: 100, style: 25, staff: 170 } as const

function sourcesDigest(): string {
  const files = [
    ...filesUnder(root, 'packages/web/src'),
    ...filesUnder(root, 'packages/contract/src'),
    ...filesUnder(root, 'packages/core/src'),
    'packages/web/index.html',
    'tools/build-web.ts',
    'package-lock.json',
  ]
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

async function bundle(): Promise<void> {
  const shared = { root: web, logLevel: 'warn', configFile: false, publicDir: false } as const
  await build({
    ...shared,
    build: {
      outDir: 'dist/client',
      emptyOutDir: true,
      target: 'chrome90',
      modulePreload: { polyfill: false },
    },
  })
  await build({
    ...shared,
    build: { outDir: 'dist/server', emptyOutDir: true, ssr: 'src/entry-server.tsx', target: 'node22' },
    ssr: { noExternal: true },
  })
}

const assets = join(dist, 'client/assets')

/** Leaves each asset compressed beside itself, at the most that can be: it is done once, and read for a year. */
function compress(): void {
  for (const name of readdirSync(assets).filter((asset) => /\.(js|css|svg)$/.test(asset))) {
    const bytes = readFileSync(join(assets, name))
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes))
    writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

function weigh(): { readonly first: number; readonly style: number; readonly staff: number } {
  const html = readFileSync(join(dist, 'client/index.html'), 'utf8')
  const sizes = readdirSync(assets)
    .filter((name) => existsSync(join(assets, `${name}.gz`)))
    .map((name) => ({
      name,
      isFirst: html.includes(name),
      kilobytes: statSync(join(assets, `${name}.gz`)).size / 1024,
    }))
  const sum = (chosen: readonly { kilobytes: number }[]) =>
    chosen.reduce((total, { kilobytes }) => total + kilobytes, 0)
  const scripts = sizes.filter(({ name }) => name.endsWith('.js'))
  return {
    first: sum(scripts.filter(({ isFirst }) => isFirst)),
    style: sum(sizes.filter(({ name }) => name.endsWith('.css'))),
    staff: sum(scripts),
  }
}

const digest = sourcesDigest()
const stamp = join(dist, 'sources.sha256')
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
  console.log('pages: up to date')
} else {
  await bundle()
  compress()
  const { first, style, staff } = weigh()
  const line = `first load ${first.toFixed(1)} KB script, ${style.toFixed(1)} KB style; with staff pages ${staff.toFixed(1)} KB`
  console.log(`pages: ${line} (gzip)`)
  if (first > budgets.script || style > budgets.style || staff > budgets.staff) {
    console.log(`over budget: script ${budgets.script}, style ${budgets.style}, staff ${budgets.staff} KB`)
    process.exit(1)
  }
  writeFileSync(stamp, digest)
}
