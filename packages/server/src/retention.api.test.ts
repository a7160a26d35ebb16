import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testApp } from '../../devkit/src/test-app/index.ts'

it('forgets what is over after its days, and nothing that still waits or is a legal act', async () => {
  await using app = await testApp({
    now: '2026-06-01T00:00:00Z',
    env: { GUANJIA_KEEP_SESSIONS_DAYS: '30', GUANJIA_KEEP_KEYS_DAYS: '7', GUANJIA_KEEP_EVENTS_DAYS: '90' },
  })
  const { personId } = await app.signIn({ name: '王小青' })
  await app.asSuperuser(`
    delete from guanjia.session;
    insert into guanjia.session (token_hash, person_id, assurance, opened_at, last_seen_at, expires_at, closed_at)
    select name::bytea, '${personId}', 'face', '2026-01-01', '2026-01-01', expires, closed
    from (values ('over', timestamptz '2026-05-01', null), ('closed', '2026-07-01', timestamptz '2026-05-01'),
      ('just over', '2026-05-31', null), ('live', '2026-06-02', null)) as s (name, expires, closed);
    insert into guanjia.idempotency_record (principal, key, command, body_hash, legal, created_at)
    values ('p', 'old', 'c', 'h', false, '2026-05-24'), ('p', 'old legal', 'c', 'h', true, '2020-01-01'),
      ('p', 'young', 'c', 'h', false, '2026-05-26');
    insert into guanjia.outbox_event (type, subject, body, correlation_id, occurred_at)
    select name, '', '{}', '', at
    from (values ('old', timestamptz '2026-03-01'), ('old for nobody', '2026-03-01'), ('old and waiting', '2026-03-01'),
      ('young', '2026-05-01')) as e (name, at);
    insert into guanjia.outbox_delivery (event_id, subscriber, subject, delivered_at)
    select id, subscriber, '', case when type <> 'old and waiting' or subscriber = 'a' then now() end
    from guanjia.outbox_event, unnest(array['a', 'b']) as subscriber where type <> 'old for nobody'`)
  await app.database.transaction().execute((tx) => app.ports.jobs.enqueue(tx, 'platform.forget', {}))
  await app.settle()
  const { rows } = await sql<{ left: string }>`
    select convert_from(token_hash, 'utf8') as left from session
    union all select key from idempotency_record union all select type from outbox_event order by 1`.execute(
    app.database,
  )
  expect(rows.map(({ left }) => left)).toEqual([
    'just over',
    'live',
    'old and waiting',
    'old legal',
    'young',
    'young',
  ])
  await expect(sql`delete from idempotency_record`.execute(app.database)).rejects.toThrow('permission denied')
})
