/**
 * The board of the register: where issues come from, and which of them is the most pressing.
 */

import { Input, Segmented } from 'antd'
import { useSearchParams } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../voice-tabs.tsx'
import { IssueTable } from './issue-table.tsx'
import { SourceStrip } from './source-strip.tsx'

const texts = voiceDeskTexts.board

/** What the board shows; it stands in the address. */
interface Asked {
  readonly show: 'open' | 'all'
  readonly situation: string
  readonly source: string
  readonly search: string
}

const waiting = ['filed', 'returned', 'in-hand', 'awaiting-sign-off', 'replied'] as const

export function BoardPage() {
  const [query, setQuery] = useSearchParams()
  const asked: Asked = {
    show: query.get('show') === 'all' ? 'all' : 'open',
    situation: query.get('situation') ?? '',
    source: query.get('source') ?? '',
    search: query.get('search') ?? '',
  }
  const change = (part: Partial<Asked>) => {
    const next = Object.entries({ ...asked, ...part }).filter(
      ([key, value]) => value !== '' && !(key === 'show' && value === 'open'),
    )
    setQuery(Object.fromEntries(next), { replace: true })
  }
  const reading = useApi('GET /api/voice/issues', { query: asked as never })
  const { again } = reading
  useNews(['feedback.changed'], again)
  const choices = useApi('GET /api/voice/choices')
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={choices}>
        {(known) => (
          <Awaited reading={reading}>
            {(board) => (
              <>
                <SourceStrip
                  choices={known}
                  counts={board.sources}
                  chosen={asked.source}
                  onChoose={(source) => change({ source })}
                />
                <Tools asked={asked} counts={board.counts} onChange={change} />
                <IssueTable
                  issues={board.issues}
                  choices={known}
                  empty={
                    asked.situation === '' && asked.source === '' && asked.search === ''
                      ? texts.empty
                      : texts.none
                  }
                />
              </>
            )}
          </Awaited>
        )}
      </Awaited>
    </StaffListPage>
  )
}

interface ToolsProps {
  readonly asked: Asked
  readonly counts: CallOutput<'GET /api/voice/issues'>['counts']
  readonly onChange: (part: Partial<Asked>) => void
}

function Tools({ asked, counts, onChange }: ToolsProps) {
  const countOf = (situation: string) => counts.find((each) => each.situation === situation)?.count ?? 0
  const open = counts.reduce((sum, { count }) => sum + count, 0)
  const options = [
    { value: 'open', label: `${texts.open} ${open}` },
    ...waiting.map((value) => ({ value, label: `${voiceDeskTexts.situations[value]} ${countOf(value)}` })),
    { value: 'all', label: texts.all },
  ]
  const value = asked.situation === '' ? asked.show : asked.situation
  return (
    <div className="staff-tools in-list">
      <Segmented
        aria-label={texts.filter}
        name="situation"
        options={options}
        value={value}
        onChange={(next) =>
          onChange(
            next === 'open' || next === 'all'
              ? { show: next, situation: '' }
              : { show: 'open', situation: next },
          )
        }
      />
      <Input.Search
        aria-label={texts.search}
        placeholder={texts.search}
        className="word-filter"
        defaultValue={asked.search}
        allowClear
        onSearch={(search) => onChange({ search })}
      />
    </div>
  )
}
