/**
 * Names of files and folders: kebab-case, and none of the words that gather everything.
 */

const drawers = new Set(
  'utils util helpers helper common shared misc types interfaces constants base manager processor data info'.split(
    ' ',
  ),
)

/** Why a path under packages/ is badly named, or undefined when it is not. */
export function badName(path: string): string | undefined {
  const parts = path.split('/').slice(2)
  const file = parts.at(-1) ?? ''
  for (const part of parts) {
    const stem = part.replace(/\.[a-z0-9.-]+$/i, '')
    if (drawers.has(stem)) return `"${stem}" gathers everything: name the noun it holds`
  }
  const allowed = /^(\.?[a-z0-9]+([.-][a-z0-9]+)*|README\.md)$/
  if (!allowed.test(file) && /\.(ts|tsx|css|sql)$/.test(file)) return 'file names are kebab-case'
  return undefined
}
