/**
 * The ledger for everybody: the latest checkpoint, and how to check it without trusting this server.
 */

import { useApi } from '../../api/use-api.ts'
import { useTexts } from '../../page.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { TitleBlock } from '../../ui/title-block.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { LedgerCheckForm } from './ledger-check.tsx'

export function LedgerPage() {
  const { ledger: texts } = useTexts()
  const { moment } = useMoments()
  const checkpoint = useApi('GET /api/ledger/checkpoint')
  const leaves = useApi('GET /api/ledger/leaves', { query: { count: '20' } })
  return (
    <Shell wide back="/">
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      <Awaited reading={checkpoint}>
        {(latest) => (
          <>
            <TitleBlock
              cells={[
                { label: texts.size, value: latest.size.toLocaleString('en') },
                { label: texts.waiting, value: latest.waiting },
                { label: texts.signedAt, value: latest.signedAt === null ? '—' : moment(latest.signedAt) },
                {
                  label: texts.root,
                  value: <span className="code">{latest.root?.slice(0, 16) ?? '—'}…</span>,
                },
              ]}
            />
            <h2>{texts.checkpoint}</h2>
            <pre className="sheet code wrapped">{latest.note ?? texts.empty}</pre>
            <h2>{texts.yourself}</h2>
            <p>{texts.yourselfText}</p>
            <LedgerCheckForm note={latest.note} keys={latest.keys} />
            <p>{texts.commandText}</p>
            <pre className="sheet code wrapped">
              npx guanjia ledger verify --file ledger.json --key {latest.keys.at(-1) ?? 'BASE64'}
            </pre>
            <p>{texts.format}</p>
          </>
        )}
      </Awaited>
      <h2>{texts.first}</h2>
      <Awaited reading={leaves}>
        {({ leaves: rows }) => (
          <ol className="rows" start={0}>
            {rows.map((leaf) => (
              <li key={leaf.index}>
                <span className="code">{leaf.text}</span>
              </li>
            ))}
          </ol>
        )}
      </Awaited>
    </Shell>
  )
}
