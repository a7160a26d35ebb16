/**
 * The ledger of tasks: as one ledger, or as one of the two lists of duties by unit.
 */

import { Segmented } from 'antd'
import { useSearchParams } from 'wouter'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { RuleSource } from '../rule-source.tsx'
import { SupervisionTabs, useRoles } from '../supervision-tabs.tsx'
import { DutyListView } from './duty-list.tsx'
import { RegisterTask } from './register-task.tsx'
import { TaskTable } from './task-table.tsx'

const texts = supervisionTexts.tasks
const views = ['ledger', 'territorial', 'departmental'] as const

export function TasksPage() {
  const [query, setQuery] = useSearchParams()
  const view = views.find((one) => one === query.get('view')) ?? 'ledger'
  const show = query.get('show') === 'all' ? 'all' : 'open'
  const reading = useApi('GET /api/supervision/tasks', { query: { show } })
  const { again } = reading
  useNews(['supervision.changed'], again)
  const isSupervisor = useRoles().some((role) => role.startsWith('supervisor'))
  const set = (next: { readonly view?: string; readonly show?: string }) =>
    setQuery({ view, show, ...next }, { replace: true })
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<SupervisionTabs />}>
      <div className="staff-tools in-list">
        <Segmented
          aria-label={texts.toggle}
          name="view"
          options={views.map((value) => ({ value, label: texts.views[value] }))}
          value={view}
          onChange={(next) => set({ view: next })}
        />
        <label className="supervision-tick">
          <input
            type="checkbox"
            checked={show === 'all'}
            onChange={({ target }) => set({ show: target.checked ? 'all' : 'open' })}
          />
          {texts.closed}
        </label>
        {isSupervisor && reading.state === 'ready' && <RegisterTask ledger={reading.value} again={again} />}
      </div>
      <Awaited reading={reading}>
        {(ledger) => (
          <>
            {view === 'ledger' ? (
              <TaskTable tasks={ledger.tasks} />
            ) : (
              <DutyListView ledger={ledger} list={view} />
            )}
            <RuleSource source={ledger.rule.source} mark={ledger.rule.mark} label={texts.rule} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}
