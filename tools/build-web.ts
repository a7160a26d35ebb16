/**
 * Builds the pages: the browser's bundle and the one the server renders with. Skips when nothing has changed, and
 * fails when a page would be heavier than its budget.
 */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, type Plugin } from 'vite'
import { type Chunk, chunkReach } from './house/page-chunks.ts'
import { filesUnder } from './house/source-files.ts'

const root = join(import.meta.dirname, '..')
const web = join(root, 'packages/web')
const dist = join(web, 'dist')

/** Kilobytes, gzip: the first page of the public, its styles, the frame of the workbench, the heaviest page of
 * staff; and the script of the intake of leads, of whose 20 KB its longest page needs half. */
const budgets = { script: 100, style: 10, staff: 240, heaviest: 460, leads: 10 } as const

const staffEntry = 'src/portals/officer/officer-routes.tsx'

function sourcesDigest(): string {
  const files = [
    ...filesUnder(root, 'packages/web/src'),
    ...filesUnder(root, 'packages/contract/src'),
    ...filesUnder(root, 'packages/core/src'),
    'packages/web/index.html',
    'tools/build-web.ts',
    'tools/house/page-chunks.ts',
    'package-lock.json',
  ]
  const hash = createHash('sha256')
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Writes down which chunk loads which, for the weighing. */
function chunkList(): Plugin {
  return {
    name: 'chunk-list',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((output): Chunk[] =>
        output.type === 'chunk'
          ? [
              {
                file: output.fileName,
                source: output.facadeModuleId?.replace(`${web}/`, '') ?? null,
                isEntry: output.isEntry,
                imports: output.imports,
                dynamicImports: output.dynamicImports,
                packages: packagesOf(output.moduleIds),
              },
            ]
          : [],
      )
      this.emitFile({ type: 'asset', fileName: 'chunks.json', source: JSON.stringify(chunks) })
    },
  }
}

function packagesOf(modules: readonly string[]): string[] {
  const names = modules.map((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1])
  return [...new Set(names.filter((name) => name !== undefined))]
}

async function bundle(): Promise<void> {
  const shared = { root: web, logLevel: 'warn', configFile: false, publicDir: false } as const
  await build({
    ...shared,
    plugins: [chunkList()],
    build: {
      outDir: 'dist/client',
      emptyOutDir: true,
      target: 'chrome90',
      modulePreload: { polyfill: false },
      // weighed by ourselves, compressed and by who loads what
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        onLog(level, log, handler) {
          // "use client" in the kit speaks to servers that render components
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log)
        },
      },
    },
  })
  await build({
    ...shared,
    build: { outDir: 'dist/server', emptyOutDir: true, ssr: 'src/entry-server.tsx', target: 'node22' },
    ssr: { noExternal: true },
  })
  await build({
    ...shared,
    build: {
      outDir: 'dist/worker',
      emptyOutDir: true,
      target: 'chrome90',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'src/ui/offline/page-worker.ts',
        output: { entryFileNames: 'page-worker.js' },
      },
    },
  })
  await build({
    ...shared,
    build: {
      outDir: 'dist/leads',
      emptyOutDir: true,
      target: 'chrome90',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'src/portals/leads/leads-script.ts',
        output: { entryFileNames: 'leads.js', format: 'iife' },
      },
    },
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

interface Weights {
  readonly script: number
  readonly style: number
  readonly staff: number
  readonly heaviest: number
  readonly leads: number
}

function kilobytesOf(names: readonly string[]): number {
  // a chunk of styles alone is listed, and leaves no script behind
  const files = names.map((name) => join(dist, 'client', `${name}.gz`)).filter((file) => existsSync(file))
  const sizes = files.map((file) => statSync(file).size)
  return sizes.reduce((total, size) => total + size, 0) / 1024
}

/** The styles that every page begins with; those of other parts come with their parts. */
function stylesOfFirstPage(): string[] {
  const page = readFileSync(join(dist, 'client/index.html'), 'utf8')
  return [...page.matchAll(/rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"/g)].flatMap(
    ([, name]) => name ?? [],
  )
}

function weigh(): Weights {
  const listed = JSON.parse(readFileSync(join(dist, 'client/chunks.json'), 'utf8')) as Chunk[]
  // a chunk that holds nothing but styles is listed and never written
  const written = ({ file }: Pick<Chunk, 'file'>) => existsSync(join(dist, 'client', file))
  const chunks = listed.filter(written).map((chunk) => ({
    ...chunk,
    imports: chunk.imports.filter((file) => written({ file })),
  }))
  const reach = chunkReach(chunks, staffEntry)
  return {
    script: kilobytesOf(reach.first),
    style: kilobytesOf(stylesOfFirstPage()),
    staff: kilobytesOf(reach.staff),
    leads: gzipSync(readFileSync(join(dist, 'leads/leads.js')), { level: 9 }).length / 1024,
    heaviest: Math.max(...reach.staffPages.map((page) => kilobytesOf(page))),
  }
}

const digest = sourcesDigest()
const stamp = join(dist, 'sources.sha256')
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) {
  console.log('pages: up to date')
} else {
  await bundle()
  compress()
  const weights = weigh()
  const line = Object.entries(weights).map(([name, weight]) => `${name} ${weight.toFixed(1)} KB`)
  console.log(`pages: ${line.join(', ')} (gzip)`)
  const over = (Object.keys(budgets) as (keyof Weights)[]).filter((name) => weights[name] > budgets[name])
  if (over.length > 0) {
    console.log(`over budget: ${over.map((name) => `${name} ${budgets[name]} KB`).join(', ')}`)
    process.exit(1)
  }
  writeFileSync(stamp, digest)
}
