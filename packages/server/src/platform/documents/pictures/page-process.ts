/**
 * A process of its own for one page of a PDF from outside: the file comes by standard input, the page goes out as JSON.
 * Whatever a hostile file does to the reader of PDFs, the house does not feel it.
 */

import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'

interface Compiler {
  compile(args: { mainFileContent: string }): {
    readonly result: object | null
    takeError(): object | null
  }
  fetchDiagnostics(error: object): readonly { readonly message: string; readonly hints?: readonly string[] }[]
  mapShadow(path: string, bytes: Buffer): void
  plainSvg(document: object): string
}

const folder = '/nowhere'
/** further than any paper goes: the refusal says how far it does go */
const beyondEveryPage = 100_000

const require = createRequire(import.meta.url)
const binary = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as {
  readonly NodeCompiler: { create(args: { workspace: string }): Compiler }
}

function drawn(compiler: Compiler, page: number): string | Error {
  const mainFileContent = `#set page(width: auto, height: auto, margin: 0pt)\n#image("paper.pdf", page: ${page})`
  const compiled = compiler.compile({ mainFileContent })
  if (compiled.result !== null) return compiler.plainSvg(compiled.result)
  const error = compiled.takeError()
  return new Error(error === null ? '' : JSON.stringify(compiler.fetchDiagnostics(error)))
}

const page = Number(process.argv[2])
const compiler = binary.NodeCompiler.create({ workspace: folder })
compiler.mapShadow(`${folder}/paper.pdf`, await buffer(process.stdin))
const picture = drawn(compiler, page)
const pages = Number(/only has (\d+) page/.exec(String(drawn(compiler, beyondEveryPage)))?.[1] ?? 0)
process.stdout.write(
  JSON.stringify(typeof picture === 'string' && pages > 0 ? { picture, pages } : { picture: null, pages }),
)
