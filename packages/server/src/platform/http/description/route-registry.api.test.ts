import { defineRoute, type Route } from '@guanjia/contract/route'
import { anonymous } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { object, string } from 'zod'
import { createHttp } from '../http.ts'

const read = defineRoute({
  id: 'test.read',
  method: 'GET',
  path: '/api/things',
  action: 'public.read',
  summary: 'Reads a thing',
  response: object({ id: string() }),
})

/** A door on which the one route is implemented. */
function doorDeclaring(...declared: readonly Route[]) {
  const http = createHttp({
    declared,
    logger: pino({ level: 'silent' }),
    proxyHops: 0,
    bodyLimitBytes: 200,
    publicOrigin: 'https://guanjia.example',
    requestsPerMinute: 0,
    isClosing: () => false,
    isDiskNearlyFull: () => false,
    observeRequest: () => undefined,
    identify: async () => ({ principal: anonymous, endsAt: new Date(0) }),
    problemTexts: (code) => ({ title: code, detail: 'mend it' }),
  })
  http.implement(read, async () => accept({ id: 'p1' }), {})
  return http
}

describe('the house', () => {
  it('opens when declared and implemented routes are the same', async () => {
    await using door = { http: doorDeclaring(read), [Symbol.asyncDispose]: async () => door.http.close() }
    await expect(door.http.ready()).resolves.toBeUndefined()
  })

  it.each([
    [
      'a declared route nobody implements',
      [read, { ...read, id: 'test.other', path: '/x' as const }],
      'test.other is declared and not implemented',
    ],
    ['an implemented route nobody declares', [], 'test.read is implemented and not declared'],
  ])('does not open with %s', async (_, declared, sentence) => {
    await expect(doorDeclaring(...declared).ready()).rejects.toThrow(sentence)
  })
})
