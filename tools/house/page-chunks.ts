/**
 * What the pages load, read from the list the bundler leaves: the first page, the frame of the workbench, each page of
 * staff; and whether the staff's component kit has leaked into a page of the public.
 */

/** A file of script the bundler made. */
export interface Chunk {
  readonly file: string
  /** the module it was made for, from the package's folder */
  readonly source: string | null
  readonly isEntry: boolean
  /** files that are loaded with it */
  readonly imports: readonly string[]
  /** files that are loaded when they are asked for */
  readonly dynamicImports: readonly string[]
  /** packages from the registry it holds modules of */
  readonly packages: readonly string[]
}

/** Who loads which files. */
export interface ChunkReach {
  readonly first: readonly string[]
  /** the first page and the frame of the workbench */
  readonly staff: readonly string[]
  /** the frame with each page that comes on demand; the frame alone where there is none */
  readonly staffPages: readonly (readonly string[])[]
}

const staffKit = /^(antd$|@ant-design\/|@rc-component\/)/

/**
 * Follows the imports from the entry and from the workbench.
 *
 * @throws where a file that a page of the public can reach holds the staff's component kit
 */
export function chunkReach(chunks: readonly Chunk[], staffSource: string): ChunkReach {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]))
  const entry = chunks.find(({ isEntry }) => isEntry)
  const staff = chunks.find(({ source }) => source === staffSource)
  if (entry === undefined || staff === undefined) throw new Error(`no entry, or no chunk of ${staffSource}`)
  const first = loadedWith(byFile, [entry.file])
  const frame = loadedWith(byFile, [entry.file, staff.file])
  const leak = publicFiles(byFile, entry, staff).find(({ packages }) =>
    packages.some((name) => staffKit.test(name)),
  )
  if (leak !== undefined) throw new Error(`the staff's component kit has leaked into ${leak.file}`)
  const pages = frame.flatMap((file) =>
    first.includes(file) ? [] : (byFile.get(file)?.dynamicImports ?? []),
  )
  return {
    first,
    staff: frame,
    staffPages: [frame, ...pages.map((page) => loadedWith(byFile, [...frame, page]))],
  }
}

function loadedWith(byFile: ReadonlyMap<string, Chunk>, from: readonly string[]): string[] {
  const found = new Set<string>()
  const open = [...from]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue
    found.add(file)
    open.push(...(byFile.get(file)?.imports ?? []))
  }
  return [...found]
}

/** Everything reached from the entry without stepping into the workbench. */
function publicFiles(byFile: ReadonlyMap<string, Chunk>, entry: Chunk, staff: Chunk): Chunk[] {
  const found = new Set<Chunk>()
  const open: (Chunk | undefined)[] = [entry]
  while (open.length > 0) {
    const chunk = open.pop()
    if (chunk === undefined || chunk === staff || found.has(chunk)) continue
    found.add(chunk)
    for (const file of [...chunk.imports, ...chunk.dynamicImports]) open.push(byFile.get(file))
  }
  return [...found]
}
