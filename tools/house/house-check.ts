/**
 * The walls no other tool holds: documented exports of core, names of files, one front door a room, Chinese in its
 * place and in its punctuation.
 * `node tools/house/house-check.ts [ROOT]`, run by `npm run check`; prints every finding and fails when there is one, or when nothing was examined.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chineseLines, holdsTexts, isComponent, narrowPunctuation } from './chinese-text.ts'
import { undocumentedExports } from './documented-exports.ts'
import { badName } from './file-names.ts'
import { impureLines } from './purity.ts'
import { roomFindings } from './rooms.ts'
import { filesUnder } from './source-files.ts'

/** All findings of a tree, one sentence each, and how many files were looked at. */
export function houseFindings(root: string): { examined: number; findings: readonly string[] } {
  const files = filesUnder(root, 'packages')
  const contentFiles = existsSync(join(root, 'content')) ? filesUnder(root, 'content') : []
  const findings = [
    ...files.flatMap((path) => {
      const reason = badName(path)
      return reason === undefined ? [] : [`${path}: ${reason}`]
    }),
    ...files
      .filter(isCoreSource)
      .flatMap((path) => coreFindings(path, readFileSync(join(root, path), 'utf8'))),
    ...roomFindings(files),
    ...textFindings(root, [...files, ...contentFiles, ...documentsOf(root)]),
  ]
  return { examined: files.length + contentFiles.length, findings }
}

/** The documents of the house. */
function documentsOf(root: string): readonly string[] {
  const docs = existsSync(join(root, 'docs')) ? filesUnder(root, 'docs') : []
  return [...readdirSync(root), ...docs].filter((path) => path.endsWith('.md'))
}

function coreFindings(path: string, source: string): readonly string[] {
  const undocumented = undocumentedExports(path, source).map(
    (missing) => `${missing.file}:${missing.line}: ${missing.name} has no sentence above it`,
  )
  return [...undocumented, ...impureLines(path, source)]
}

function textFindings(root: string, files: readonly string[]): readonly string[] {
  return files.flatMap((path) => {
    if (!isComponent(path) && !holdsTexts(path)) return []
    const source = readFileSync(join(root, path), 'utf8')
    return [
      ...(isComponent(path) ? chineseLines(path, source) : []),
      ...(holdsTexts(path) ? narrowPunctuation(path, source) : []),
    ]
  })
}

function isCoreSource(path: string): boolean {
  return path.startsWith('packages/core/src/') && path.endsWith('.ts') && !/\.(test|bench)\.ts$/.test(path)
}

if (process.argv[1] === import.meta.filename) {
  const { examined, findings } = houseFindings(process.argv[2] ?? join(import.meta.dirname, '../..'))
  for (const finding of findings) console.log(finding)
  if (examined === 0) console.log('no file was examined')
  console.log(`house: ${examined} files, ${findings.length} findings`)
  process.exit(examined === 0 || findings.length > 0 ? 1 : 0)
}
