import { randomUUID } from 'node:crypto'
import { anonymous, systemPrincipal } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import { fakeClock } from '@guanjia/devkit/fake-clock'
import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOutbox } from '../events/outbox.ts'
import { auditPart } from './audit-trail.ts'
import { type Command, createCommandRunner, type LeafDraft, type RunCommand } from './command.ts'

let db: TestDatabase
let leaves: LeafDraft[]
let run: RunCommand
const clock = fakeClock('2026-03-02T01:00:00Z')

beforeAll(async () => {
  db = await testDatabase()
  await db.asSuperuser(`
    create function guanjia.lose(code text) returns void language plpgsql
    as $$ begin raise exception 'lost' using errcode = code; end $$`)
})

beforeEach(async () => {
  leaves = []
  const outbox = createOutbox(db.database, () => undefined)
  outbox.on('seat-taken', async () => undefined, 'test.reaction')
  run = createCommandRunner({
    database: db.database,
    clock,
    auditPart,
    leafParts: (drafts) => {
      leaves.push(...drafts)
      return []
    },
    commitValue: (value) => ({ commitment: `commitment of ${value.length}`, salt: 'salt' }),
    eventParts: outbox.parts,
    enter: () => () => undefined,
    wake: () => undefined,
    observe: () => undefined,
  })
})

afterAll(() => db.close())

function aCommand(changes: Partial<Command> = {}): Command {
  return {
    name: 'seat.take',
    principal: systemPrincipal('test'),
    correlationId: randomUUID(),
    subject: 'seat-1',
    legal: false,
    ...changes,
  }
}

async function countOf(table: 'audit_entry' | 'outbox_event' | 'idempotency_record' | 'sent_message') {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    db.database,
  )
  return rows[0]?.n
}

/** Work that leaves a row behind. */
function leaveMessage(id: string) {
  return sql`
    insert into sent_message (id, channel, recipient, subject, text, correlation_id, sent_at)
    values (${id}, 'sms', '-', '', '-', '-', now())`
}

describe(createCommandRunner, () => {
  it('does the work once for sixteen senders of one key, and gives all the same answer', async () => {
    const before = await countOf('sent_message')
    const command = aCommand({ key: randomUUID(), bodyHash: 'a' })
    const answers = await Promise.all(
      Array.from({ length: 16 }, () =>
        run(command, async ({ tx }) => {
          const id = randomUUID()
          await leaveMessage(id).execute(tx)
          return accept({ id, b: 1, a: [undefined, 2], at: new Date('2026-03-02T00:00:00Z') })
        }),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({
      ok: true,
      value: { b: 1, a: [null, 2], at: '2026-03-02T00:00:00.000Z' },
    })
    expect(await countOf('sent_message')).toBe((before ?? 0) + 1)
  })

  it('repeats the answer of a legal act after a year', async () => {
    const command = aCommand({ key: randomUUID(), legal: true })
    const work = async ({ record, now }: { record: (leaf: LeafDraft) => void; now: Date }) => {
      record({ act: 'seat.taken', subject: 'seat-1', body: {} })
      return accept({ at: now.toISOString() })
    }
    const first = await run(command, work)
    clock.advance(366 * 86_400_000)
    expect(await run(command, work)).toEqual(first)
    expect(leaves).toHaveLength(1)
  })

  it.each([
    ['another body', { bodyHash: 'b' }],
    ['another command', { name: 'seat.leave' }],
  ])('refuses a key that comes back with %s', async (_, changes) => {
    const command = aCommand({ key: randomUUID(), bodyHash: 'a' })
    await run(command, async () => accept(1))
    const again = await run({ ...command, ...changes }, async () => accept(2))
    expect(again).toMatchObject({ ok: false, code: 'idempotency-key-reused' })
  })

  it('keeps the keys of two principals apart', async () => {
    const key = randomUUID()
    await run(aCommand({ key }), async () => accept(1))
    expect(await run(aCommand({ key, principal: anonymous }), async () => accept(2))).toEqual(accept(2))
  })

  it('leaves nothing behind of a refusal, so that the same key may try again', async () => {
    const before = [
      await countOf('sent_message'),
      await countOf('audit_entry'),
      await countOf('outbox_event'),
    ]
    const command = aCommand({ key: randomUUID() })
    const refused = await run(command, async ({ tx, emit }) => {
      await leaveMessage(randomUUID()).execute(tx)
      emit({ type: 'seat-taken', subject: 'seat-1', body: {} })
      return refuse('seat-occupied', { seat: 1 })
    })
    expect(refused).toEqual(refuse('seat-occupied', { seat: 1 }))
    expect([
      await countOf('sent_message'),
      await countOf('audit_entry'),
      await countOf('outbox_event'),
    ]).toEqual(before)
    expect(await run(command, async () => accept('free now'))).toEqual(accept('free now'))
  })

  it('does not let a legal act pass that records no leaf', async () => {
    const before = await countOf('sent_message')
    const act = run(aCommand({ legal: true }), async ({ tx }) => {
      await leaveMessage(randomUUID()).execute(tx)
      return accept(1)
    })
    await expect(act).rejects.toThrow('the legal act seat.take records a leaf')
    expect(await countOf('sent_message')).toBe(before)
  })

  it('writes audit entry, event with its deliveries, and leaf with the work', async () => {
    const command = aCommand({ legal: true, subject: 'seat-7' })
    await run(command, async ({ emit, record, commit }) => {
      emit({ type: 'seat-taken', subject: 'seat-7', body: { row: 3 } })
      record({ act: 'seat.taken', subject: 'seat-7', body: { holder: commit('王小青') } })
      return accept(1)
    })
    const { rows: audit } = await sql`
      select principal, command, subject from audit_entry where correlation_id = ${command.correlationId}`.execute(
      db.database,
    )
    expect(audit).toEqual([{ principal: 'system:test', command: 'seat.take', subject: 'seat-7' }])
    const { rows: deliveries } = await sql`
      select event.type, event.body, delivery.subscriber, delivery.delivered_at
      from outbox_event as event join outbox_delivery as delivery on delivery.event_id = event.id
      where event.correlation_id = ${command.correlationId}`.execute(db.database)
    expect(deliveries).toEqual([
      { type: 'seat-taken', body: { row: 3 }, subscriber: 'test.reaction', delivered_at: null },
    ])
    expect(leaves).toEqual([{ act: 'seat.taken', subject: 'seat-7', body: { holder: 'commitment of 3' } }])
  })

  it('turns a hurt constraint into the refusal of the room', async () => {
    const id = randomUUID()
    const take = () =>
      run(
        aCommand(),
        async ({ tx }) => {
          await leaveMessage(id).execute(tx)
          return accept(1)
        },
        (constraint) => (constraint === 'sent_message_pkey' ? refuse('message-known') : undefined),
      )
    expect(await take()).toEqual(accept(1))
    expect(await take()).toEqual(refuse('message-known'))
  })

  it.each(['40001', '40P01'])('tries again after a lost race (%s), and gives up some time', async (code) => {
    let tries = 0
    const losing = (times: number) =>
      run(aCommand(), async ({ tx }) => {
        tries += 1
        if (tries <= times) await sql`select guanjia.lose(${code})`.execute(tx)
        return accept(tries)
      })
    expect(await losing(2)).toEqual(accept(3))
    tries = 0
    await expect(losing(100)).rejects.toMatchObject({ code })
    expect(tries).toBe(6)
  })

  it('lets a bug through at once, without a second try', async () => {
    let tries = 0
    const act = run(aCommand(), async () => {
      tries += 1
      throw new Error('bug')
    })
    await expect(act).rejects.toThrow('bug')
    expect(tries).toBe(1)
  })
})
