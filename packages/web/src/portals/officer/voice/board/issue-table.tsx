/**
 * Issues as a table: what is asked, where it came from, who has it, and what is due next.
 */

import { Table, type TableColumnsType } from 'antd'
import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { voiceZhCN } from '../../../../texts/voice-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { IssueLight } from '../issue-light.tsx'

type Listed = CallOutput<'GET /api/voice/issues'>['issues'][number]

const texts = voiceDeskTexts.board

interface IssueTableProps {
  readonly issues: readonly Listed[]
  readonly choices: CallOutput<'GET /api/voice/choices'>
  readonly empty: string
}

export function IssueTable({ issues, choices, empty }: IssueTableProps) {
  const nameIn = (
    list: readonly { readonly id: string; readonly name: { readonly 'zh-CN': string } }[],
    id: string,
  ) => list.find((each) => each.id === id)?.name['zh-CN'] ?? id
  const columns: TableColumnsType<Listed> = [
    {
      title: texts.number,
      width: 150,
      render: (_, { id, number, kind }) => (
        <>
          <Link className="case-link" href={`/work/voice/${id}`}>
            {number}
          </Link>
          <small className="due-day">{voiceZhCN.kinds[kind]}</small>
        </>
      ),
    },
    {
      title: texts.words,
      render: (_, { words, topic, place }) => (
        <>
          <span className="issue-words">{words}</span>
          <small className="due-day">
            {[nameIn(choices.topics, topic), place].filter((part) => part !== null).join(' · ')}
          </small>
        </>
      ),
    },
    { title: texts.source, width: 150, render: (_, { source }) => nameIn(choices.sources, source) },
    {
      title: texts.lead2,
      width: 160,
      render: (_, { lead }) =>
        lead?.name['zh-CN'] ?? <span className="situation">{texts.notDispatched}</span>,
    },
    { title: texts.situation, width: 170, render: (_, entry) => <Standing entry={entry} /> },
    { title: texts.due, width: 220, render: (_, { next }) => <Next next={next} /> },
  ]
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...issues]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: empty }}
      scroll={{ x: 1150 }}
    />
  )
}

function Standing({ entry: { situation, urgings, reopenings } }: { readonly entry: Listed }) {
  const notes = [
    urgings > 0 ? texts.urged(urgings) : undefined,
    reopenings > 0 ? texts.reopened(reopenings) : undefined,
  ].filter((note) => note !== undefined)
  return (
    <>
      {voiceDeskTexts.situations[situation]}
      {notes.length > 0 && <small className="due-day">{notes.join(' · ')}</small>}
    </>
  )
}

function Next({ next }: Pick<Listed, 'next'>) {
  if (next === null) return null
  return (
    <>
      <IssueLight light={next.light} left={next.left} />
      <small className="due-day">
        {`${voiceDeskTexts.clocks[next.kind]} ${voiceDeskTexts.issue.dueOn(dayText(next.due))}`}
      </small>
    </>
  )
}
