import type { ProblemDocument } from '@guanjia/contract/problem'
import { describe, expect, it } from 'vitest'
import { sendFile, type UploadDoor, type UploadMemory, UploadStopped } from './resumable-upload.ts'

const gone: ProblemDocument = {
  type: '/problems/unreachable',
  title: '',
  detail: '',
  status: 0,
  code: 'unreachable',
  correlationId: '',
}

/** A house that takes parts, and whose line breaks at the calls named. */
function house(breaks: readonly number[] = []) {
  let calls = 0
  const taken: number[] = []
  const starts: string[] = []
  const line = <T>(answer: () => T) => {
    calls += 1
    return Promise.resolve(
      breaks.includes(calls) ? { ok: false as const, problem: gone } : { ok: true as const, value: answer() },
    )
  }
  const door: UploadDoor = {
    start: (name) => line(() => (starts.push(name), { id: 'one', received: 0, partBytes: 180_000 })),
    find: (id) => line(() => ({ id, received: taken.length, size: 500_000 })),
    append: (_, offset, bytes) =>
      line(() => {
        expect(offset).toBe(taken.length)
        for (const sign of atob(bytes)) taken.push(sign.charCodeAt(0))
        return { received: taken.length }
      }),
  }
  return { door, starts, taken: () => taken }
}

function memoryOf(): UploadMemory {
  const kept = new Map<string, string>()
  return {
    find: ({ name }) => kept.get(name),
    keep: ({ name }, id) => kept.set(name, id),
    forget: ({ name }) => kept.delete(name),
  }
}

const content = Uint8Array.from({ length: 500_000 }, (_, place) => place % 251)
const file = new File([content], '图纸.pdf')

function isSame(taken: readonly number[], sent: Uint8Array): boolean {
  return taken.length === sent.length && taken.every((byte, place) => byte === sent[place])
}

function hooksOf(onBreak = () => Promise.resolve()) {
  const stands: number[] = []
  const control = new AbortController()
  return {
    stands,
    control,
    hooks: {
      onStand: ({ sent }: { sent: number }) => stands.push(sent),
      onBreak,
      signal: control.signal,
    },
  }
}

describe(sendFile, () => {
  it('sends a file in three parts and says how far it is', async () => {
    const { door, taken } = house()
    const { hooks, stands } = hooksOf()
    expect(await sendFile(file, { door, memory: memoryOf() }, hooks)).toEqual({ ok: true, value: 'one' })
    expect(isSame(taken(), content)).toBe(true)
    expect(stands).toEqual([0, 180_000, 360_000, 500_000])
  })

  it('goes on after a break, and sends nothing twice', async () => {
    const { door, taken } = house([3])
    let breaks = 0
    const { hooks } = hooksOf(() => ((breaks += 1), Promise.resolve()))
    await sendFile(file, { door, memory: memoryOf() }, hooks)
    expect(breaks).toBe(1)
    expect(isSame(taken(), content)).toBe(true)
  })

  it('takes an upload up again that was left before it was finished', async () => {
    const { door, starts, taken } = house([3])
    const memory = memoryOf()
    const first = hooksOf(() => {
      first.control.abort()
      return Promise.resolve()
    })
    await expect(sendFile(file, { door, memory }, first.hooks)).rejects.toThrow(UploadStopped)
    const second = hooksOf()
    await sendFile(file, { door, memory }, second.hooks)
    expect(starts).toHaveLength(1)
    expect(second.stands[0]).toBe(180_000)
    expect(isSame(taken(), content)).toBe(true)
  })

  it('begins anew where the other side does not know the upload any more', async () => {
    const { door, starts } = house()
    const memory = memoryOf()
    memory.keep(file, 'forgotten')
    const lost = { ...gone, status: 404, code: 'not-found' }
    const forgetful: UploadDoor = { ...door, find: () => Promise.resolve({ ok: false, problem: lost }) }
    await sendFile(file, { door: forgetful, memory }, hooksOf().hooks)
    expect(starts).toHaveLength(1)
  })
})
