import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demandWay, mayEnter } from './service-user.ts'

const user = { uid: 101, gid: 104 }

describe(mayEnter, () => {
  it.each([
    ['everybody may', { uid: 0, gid: 0, mode: 0o755 }, true],
    ['root alone may', { uid: 0, gid: 0, mode: 0o700 }, false],
    ['the user is the owner', { uid: 101, gid: 0, mode: 0o700 }, true],
    ['the owner locked themselves out', { uid: 101, gid: 0, mode: 0o677 }, false],
    ['the group may', { uid: 0, gid: 104, mode: 0o710 }, true],
    ['the group may not, though all others may', { uid: 0, gid: 104, mode: 0o701 }, false],
    ['it may be read and not entered', { uid: 0, gid: 0, mode: 0o744 }, false],
  ])('%s', (_, folder, may) => {
    expect(mayEnter(folder, user)).toBe(may)
  })
})

describe(demandWay, () => {
  it('names the folder that stands in the way, and three ways out', () => {
    const closed = mkdtempSync(join(tmpdir(), 'closed-'))
    const inner = join(closed, 'a/b')
    mkdirSync(inner, { recursive: true })
    const stranger = { uid: 4_000_000, gid: 4_000_000 }
    try {
      chmodSync(closed, 0o700)
      expect(() => demandWay(inner, stranger)).toThrow(
        `that user may not enter ${closed} (mode 700), which leads to ${inner}.`,
      )
      expect(() => demandWay(join(inner, 'not/there/yet'), stranger)).toThrow('(mode 700)')
      chmodSync(closed, 0o755)
      expect(() => demandWay(join(inner, 'not/there/yet'), stranger)).not.toThrow()
      expect(() => demandWay(inner, stranger)).not.toThrow()
    } finally {
      rmSync(closed, { recursive: true })
    }
  })
})
