/**
 * The registrars' queue, the most pressing first; it follows what happens while it is open.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { useNews } from '../../api/use-news.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { TextField } from '../../ui/field.tsx'
import { Light } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'
import { stageText } from './stage-text.ts'

type Entry = CallOutput<'GET /api/registration/queue'>['entries'][number]
type FoundCase = CallOutput<'GET /api/registration/cases'>['cases'][number]

const texts = staffTexts.queue
const filters = {
  all: () => true,
  mine: ({ mine }: Entry) => mine,
  overdue: ({ overdue }: Entry) => overdue,
} as const

const heard = ['registration.referred', 'registration.approved', 'registration.refused']

export function QueuePage() {
  const reading = useApi('GET /api/registration/queue')
  useNews(heard, () => {
    reading.again()
  })
  return (
    <StaffShell>
      <Title>{texts.title}</Title>
      <Awaited reading={reading}>
        {({ entries }) => (
          <>
            <Queue entries={entries} />
            <CaseSearch />
          </>
        )}
      </Awaited>
    </StaffShell>
  )
}

function Queue({ entries }: { readonly entries: readonly Entry[] }) {
  const [filter, setFilter] = useState<keyof typeof filters>('all')
  if (entries.length === 0) return <p className="sheet">{texts.empty}</p>
  const shown = entries.filter(filters[filter])
  const options = (['all', 'mine', 'overdue'] as const).map((value) => ({
    value,
    label: `${texts[value]} ${entries.filter(filters[value]).length}`,
  }))
  return (
    <section className="sheet">
      <SegmentedChoice
        id="filter"
        label={texts.filter}
        options={options}
        value={filter}
        onChange={setFilter}
      />
      {shown.length === 0 ? <p>{texts.none}</p> : <QueueTable entries={shown} />}
      <p className="hint">{texts.live}</p>
    </section>
  )
}

function QueueTable({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <div className="table-scroll">
      <table className="stacks">
        <thead>
          <tr>
            <th scope="col">{texts.case}</th>
            <th scope="col">{texts.why}</th>
            <th scope="col">{texts.officer}</th>
            <th scope="col">{texts.due}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">
                <Link href={`/work/registrar/${entry.id}`}>{entry.name ?? entry.number}</Link>
                <small className="hint">{entry.number}</small>
              </th>
              <td data-label={texts.why}>
                {entry.reasons.flatMap(({ because }) => because.map(({ text }) => text)).join('、')}
              </td>
              <td data-label={texts.officer}>{entry.mine ? texts.me : (entry.officer ?? texts.nobody)}</td>
              <td data-label={texts.due}>
                <Light colour={entry.overdue ? 'red' : 'amber'}>
                  {`${momentText(entry.dueAt)} ${staffTexts.before}`}
                </Light>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CaseSearch() {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly FoundCase[]>()
  const [problem, setProblem] = useState<ProblemDocument>()
  async function search(event: FormEvent) {
    event.preventDefault()
    if (words.trim().length < 2) return
    const answer = await call('GET /api/registration/cases', { query: { words: words.trim() } })
    setProblem(answer.ok ? undefined : answer.problem)
    setFound(answer.ok ? answer.value.cases : undefined)
  }
  return (
    <section className="sheet">
      <h2>{texts.search}</h2>
      <form className="search-line" onSubmit={(event) => void search(event)}>
        <TextField
          id="words"
          label={texts.case}
          hint={texts.searchHint}
          value={words}
          onChange={setWords}
          input={{ minLength: 2, maxLength: 60, type: 'search' }}
        />
        <button className="button quiet" type="submit">
          {texts.searchButton}
        </button>
      </form>
      <ProblemNotice problem={problem} />
      <div role="status">{found !== undefined && <FoundCases cases={found} />}</div>
    </section>
  )
}

function FoundCases({ cases }: { readonly cases: readonly FoundCase[] }) {
  if (cases.length === 0) return <p>{texts.notFound}</p>
  return (
    <>
      <p>{texts.found(cases.length)}</p>
      <ul className="rows">
        {cases.map((one) => (
          <li key={one.id}>
            <span>
              <Link href={`/work/registrar/${one.id}`}>{one.name ?? one.number}</Link>
              <small className="hint">{[one.number, one.unifiedCode].filter(Boolean).join(' · ')}</small>
            </span>
            <span>{stageText(one.stage)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
