/**
 * The dashboard of those who lead: three groups of figures beside those of a year before, each with the way to its records.
 */

import './figures.css'
import { useSearchParams } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { figuresTexts as texts } from '../../../texts/figures-zh-cn.ts'
import { dayText, momentText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { StaffShell } from '../staff-shell.tsx'
import { FigureCell } from './figure-cell.tsx'
import { periodIn } from './figures-period.ts'
import { PeriodFields } from './period-fields.tsx'

type Dashboard = CallOutput<'GET /api/statistics/dashboard'>

export function FiguresPage() {
  const [search] = useSearchParams()
  const reading = useApi('GET /api/statistics/dashboard', { query: { ...periodIn(search) } })
  return (
    <StaffShell>
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      <Awaited reading={reading}>{(dashboard) => <Groups dashboard={dashboard} />}</Awaited>
    </StaffShell>
  )
}

function Groups({ dashboard }: { readonly dashboard: Dashboard }) {
  const { groups, from, asOf, before, computedAt, source, isUnconfirmed } = dashboard
  return (
    <>
      <PeriodFields from={from} asOf={asOf} />
      <p className="hint">
        {texts.compared(dayText(before.from), dayText(before.asOf))} ·{' '}
        {texts.computedAt(momentText(computedAt))}
      </p>
      {groups.map((group) => (
        <section key={group.id} className="figure-group" aria-labelledby={group.id}>
          <h2 id={group.id}>{group.name}</h2>
          <div className="figure-cells">
            {group.figures.map((figure) => (
              <FigureCell key={figure.id} figure={figure} from={from} asOf={asOf} />
            ))}
          </div>
        </section>
      ))}
      <p className="hint">
        {texts.source}：{source} <Unconfirmed mark={isUnconfirmed ? 'U' : 'S'} />
      </p>
    </>
  )
}
