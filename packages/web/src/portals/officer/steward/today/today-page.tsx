/**
 * The steward's morning: questions first, then what will slip; not a dashboard.
 */

import '../steward.css'
import { Button } from 'antd'
import { useState } from 'react'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { Framed } from '../../staff-page.tsx'
import { dayWithWeekday } from '../days.ts'
import { StewardTabs } from '../steward-tabs.tsx'
import { ReminderDrawer, type SentBatch } from './reminder-drawer.tsx'
import { ReportLinks } from './report-links.tsx'
import { RiskTable } from './risk-table.tsx'
import { UndoBar } from './undo-bar.tsx'
import { ContactsDue, OpenQuestions } from './waiting-lists.tsx'

type Risks = CallOutput<'GET /api/stewards/risks'>

const texts = stewardTexts.today

export function TodayPage() {
  const reading = useApi('GET /api/stewards/risks')
  useNews(['notifications.arrived'], () => {
    reading.again()
  })
  return (
    <Framed>
      <StewardTabs />
      <Awaited reading={reading}>{(risks) => <Today risks={risks} />}</Awaited>
    </Framed>
  )
}

function Today({
  risks: { today, horizon, projects, risks, questions, contactsDue },
}: {
  readonly risks: Risks
}) {
  return (
    <>
      <div className="staff-head">
        <Title>{`${texts.title} · ${dayWithWeekday(today)}`}</Title>
        <p className="staff-lead">{texts.lead(projects, risks.length, horizon)}</p>
      </div>
      <OpenQuestions questions={questions} />
      <ContactsDue rows={contactsDue} />
      {risks.length === 0 ? (
        <p className="staff-panel">{texts.empty(horizon)}</p>
      ) : (
        <RisksToRemind rows={risks} />
      )}
      <ReportLinks today={today} />
    </>
  )
}

function RisksToRemind({ rows }: { readonly rows: Risks['risks'] }) {
  // what somebody ticked stands; whatever else slips this week is chosen, also when it appears while they look
  const [ticked, tick] = useState<Readonly<Record<string, boolean>>>({})
  const [isPreviewing, preview] = useState(false)
  const [batch, setBatch] = useState<SentBatch>()
  const projects = rows.filter(({ id, risk }) => ticked[id] ?? risk.thisWeek).map(({ id }) => id)
  return (
    <section aria-labelledby="risks">
      <div className="staff-tools">
        <h2 id="risks">{texts.risks}</h2>
        <Button type="primary" disabled={projects.length === 0} onClick={() => preview(true)}>
          {texts.remind(projects.length)}
        </Button>
        <span className="staff-lead">{texts.chosenByDefault}</span>
      </div>
      {batch !== undefined && <UndoBar key={batch.batch} batch={batch} />}
      <div className="staff-list">
        <RiskTable
          rows={rows}
          chosen={new Set(projects)}
          onChoose={(id, isChosen) => tick({ ...ticked, [id]: isChosen })}
          onRemind={() => preview(projects.length > 0)}
        />
      </div>
      <p className="staff-lead steward-keys">{texts.keys}</p>
      <ReminderDrawer
        projects={projects}
        isOpen={isPreviewing}
        onClose={() => preview(false)}
        onSent={(sent) => {
          preview(false)
          setBatch(sent)
        }}
      />
    </section>
  )
}
