/**
 * Rooms stand on floors: a folder that architecture.mjs does not name is a room without a floor, in whichever package.
 */

import { floors } from '../../architecture.mjs'

/** Where rooms are in a package, and what may stand beside them. */
interface Corridor {
  /** the path up to the name, which is its first group */
  readonly pattern: RegExp
  readonly beside: readonly string[]
  /** what a room's front door is called; none where a room is a file */
  readonly doors: readonly string[]
}

const corridors: readonly Corridor[] = [
  { pattern: /^(packages\/core\/src\/)([^/]+)\//, beside: [], doors: ['index.ts'] },
  {
    pattern: /^(packages\/server\/src\/)([^/]+)\//,
    beside: ['platform', 'cli', 'demonstration'],
    doors: ['index.ts'],
  },
  { pattern: /^(packages\/web\/src\/features\/)([^/]+)\//, beside: [], doors: ['index.ts', 'index.tsx'] },
  { pattern: /^(packages\/contract\/src\/)([^/]+)\//, beside: [], doors: [] },
]

/** Rooms on no floor, and rooms without a front door. */
export function roomFindings(files: readonly string[]): readonly string[] {
  const known = new Set<string>(floors.flat())
  const standing = new Set(files)
  return corridors.flatMap(({ pattern, beside, doors }) => {
    const rooms = new Set(files.flatMap((path) => (pattern.exec(path) ?? []).slice(1, 3).join('') || []))
    return [...rooms].flatMap((room) => {
      const name = room.replace(/^.*\//, '')
      if (beside.includes(name)) return []
      if (!known.has(name)) return [`${room}: not on a floor of architecture.mjs`]
      if (doors.length === 0 || doors.some((door) => standing.has(`${room}/${door}`))) return []
      return [`${room}/${doors[0]}: the room has no front door`]
    })
  })
}
