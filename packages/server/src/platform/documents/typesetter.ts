/**
 * Sets documents with typst: a template of the zone's content and data in, an archivable PDF/A-2b out.
 *
 * One compiler is kept warm. The same template, data and moment give the same bytes, so a document may be rendered when
 * somebody asks for it and need not be stored. A character without a glyph never becomes an empty box: it is drawn from
 * its parts or framed as a code point (see rare-character.ts), and if one slipped through, the export itself fails.
 */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createBoundedCache } from './bounded-cache.ts'
import { type Coverage, readCoverage } from './fonts/font-coverage.ts'
import { type ReviewedDescriptions, rareCharacters } from './fonts/rare-character.ts'

/** What every template needs to know. */
export interface PaperHead {
  readonly title: string
  /** the authority that issues the document */
  readonly author: string
  readonly keywords: readonly string[]
  /** words of the mark across demonstration documents, null for real ones */
  readonly demonstration: string | null
}

/** A document to be set. */
export interface Paper {
  /** file name of the template, without `.typ` */
  readonly template: string
  /** plain texts and numbers; no text is read as markup */
  readonly data: PaperHead & Readonly<Record<string, unknown>>
  /** moment written into the document; the same moment gives the same bytes */
  readonly at: Date
}

/** Where things are, and how much may be remembered. */
export interface TypesetterOptions {
  /** folder of the templates */
  readonly templates: string
  readonly reviewed: ReviewedDescriptions
  /** bytes of rendered documents kept, 16 MiB where it is left out */
  readonly cacheBytes?: number
}

/** Sets documents. */
export interface Typesetter {
  readonly render: (paper: Paper) => Buffer
}

interface Diagnosed {
  readonly shortDiagnostics: readonly unknown[]
}

/** The part of the compiler that is used here; the binary ships without types. */
interface Compiler {
  compile(args: { mainFilePath: string; inputs: Record<string, string> }): {
    readonly result: object | null
    takeError(): Diagnosed | null
  }
  fetchDiagnostics(error: Diagnosed): readonly unknown[]
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Buffer
  evictCache(maxAge: number): void
}

interface CompilerModule {
  readonly NodeCompiler: {
    create(args: { workspace: string; fontArgs: readonly { fontPaths: readonly string[] }[] }): Compiler
  }
}

const require = createRequire(import.meta.url)
const archivable = 'a-2b'
const defaultCacheBytes = 16 * 1024 * 1024
/** Renderings after which the compiler forgets an intermediate result nobody asked for again. */
const compilerMemory = 20

/** A typesetter over the templates; the compiler and the font are loaded with the first document. */
export function createTypesetter(options: TypesetterOptions): Typesetter {
  const cache = createBoundedCache(options.cacheBytes ?? defaultCacheBytes)
  let press: Press | undefined
  return {
    render(paper) {
      const key = fingerprint(paper)
      const known = cache.find(key)
      if (known !== undefined) return known
      press ??= openPress(options.templates)
      const printed = print(press, options, paper)
      cache.keep(key, printed)
      return printed
    },
  }
}

interface Press {
  readonly compiler: Compiler
  readonly covers: Coverage
}

function openPress(templates: string): Press {
  const fonts = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts')
  const binary = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as CompilerModule
  return {
    compiler: binary.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [fonts] }] }),
    covers: readCoverage(readFileSync(join(fonts, 'NotoSansHans-Regular.otf'))),
  }
}

function print(
  { compiler, covers }: Press,
  { templates, reviewed }: TypesetterOptions,
  paper: Paper,
): Buffer {
  const rare = rareCharacters(textsOf(paper.data), covers, reviewed)
  const inputs = { data: JSON.stringify({ ...paper.data, rare }) }
  const compiled = compiler.compile({ mainFilePath: join(templates, `${paper.template}.typ`), inputs })
  if (compiled.result === null) {
    const error = compiled.takeError()
    const findings = error === null ? [] : compiler.fetchDiagnostics(error)
    throw new Error(`template ${paper.template} does not compile: ${JSON.stringify(findings)}`)
  }
  const creationTimestamp = Math.floor(paper.at.getTime() / 1000)
  const printed = compiler.pdf(compiled.result, { pdfStandard: archivable, creationTimestamp })
  compiler.evictCache(compilerMemory)
  return printed
}

function fingerprint(paper: Paper): string {
  const text = JSON.stringify([paper.template, paper.at.toISOString(), paper.data])
  return createHash('sha256').update(text).digest('base64')
}

function* textsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* textsOf(part)
  }
}
