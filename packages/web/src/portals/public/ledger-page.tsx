/**
 * The ledger for everybody: the latest checkpoint, and how to check it without trusting this server.
 */

import { useApi } from '../../api/use-api.ts'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { TitleBlock } from '../../ui/title-block.tsx'

export function LedgerPage() {
  const checkpoint = useApi('GET /api/ledger/checkpoint')
  const leaves = useApi('GET /api/ledger/leaves', { query: { count: '20' } })
  return (
    <Shell wide back="/">
      <Title>存证账本</Title>
      <p className="lead">
        每一项行政行为都在账本里留下一条，谁也不能事后改动。账本里没有个人信息，只有加盐摘要。
      </p>
      <Awaited reading={checkpoint}>
        {(latest) => (
          <>
            <TitleBlock
              cells={[
                { label: '条目', value: latest.size.toLocaleString('en') },
                { label: '待编入', value: latest.waiting },
                { label: '检查点时间', value: latest.signedAt === null ? '—' : momentText(latest.signedAt) },
                { label: '根', value: <span className="code">{latest.root?.slice(0, 16) ?? '—'}…</span> },
              ]}
            />
            <h2>最新检查点（已签名）</h2>
            <pre className="sheet code wrapped">{latest.note ?? '还没有条目'}</pre>
            <h2>自己核验</h2>
            <p>下载全部条目和检查点，用任何一台电脑重新计算:</p>
            <pre className="sheet code wrapped">npx guanjia ledger verify --from ledger.json</pre>
            <p>
              检查点采用 C2SP tlog-checkpoint 格式，树采用 RFC 6962 的哈希。公钥:
              <span className="code">{latest.keys.join(' ')}</span>
            </p>
          </>
        )}
      </Awaited>
      <h2>最早的条目</h2>
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
