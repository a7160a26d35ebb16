/**
 * The itinerary: half day by half day, who goes where, and what was heard there.
 */

import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { toursTexts as texts } from '../../../../texts/tours-zh-cn.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'

type Tour = CallOutput<'GET /api/tours/:id'>
type Stop = Tour['stops'][number]
type Heard = Stop['heard'][number]

interface StopTableProps {
  readonly tour: Tour
  readonly again: () => void
}

const colours: Readonly<Record<Stop['state'], LightColour>> = {
  planned: 'plain',
  visited: 'green',
  dropped: 'paused',
}

export function StopTable({ tour: { stops, mayPlan }, again }: StopTableProps) {
  const dropping: TableColumnsType<Stop>[number] = {
    title: texts.act,
    width: 120,
    render: (_, { id, state }) => state === 'planned' && <DropStop id={id} again={again} />,
  }
  const columns: TableColumnsType<Stop> = [
    {
      title: texts.when,
      width: 150,
      render: (_, { on, half, state }) => (
        <>
          <b>{dayText(on)}</b>
          <small className="due-day">
            {texts.halves[half]} <Light colour={colours[state]}>{texts.states[state]}</Light>
          </small>
        </>
      ),
    },
    { title: texts.place, width: 260, render: (_, stop) => <Place stop={stop} /> },
    {
      title: texts.goers,
      width: 220,
      render: (_, { goers }) =>
        goers.map(({ name, department }) => (
          <span key={`${name} ${department.id}`} className="stop-goer">
            {name}
            <small>{department.name['zh-CN']}</small>
          </span>
        )),
    },
    { title: texts.outcome, render: (_, stop) => <Outcome stop={stop} /> },
    ...(mayPlan ? [dropping] : []),
  ]
  return (
    // a reader without a link in the table moves it sideways by keyboard
    <section className="itinerary-scroll" aria-label={texts.stops} tabIndex={0}>
      <Table
        rowKey="id"
        className="itinerary"
        size="middle"
        dataSource={[...stops]}
        columns={columns}
        pagination={false}
        locale={{ emptyText: texts.noStops }}
      />
    </section>
  )
}

function Place({ stop: { kind, code, place, host } }: { readonly stop: Stop }) {
  return (
    <>
      <b>{place}</b>
      <small className="due-day">{[texts.kinds[kind], ...(code === null ? [] : [code])].join(' · ')}</small>
      <small className="due-day">{texts.hostedBy(host)}</small>
    </>
  )
}

function Outcome({ stop: { state, seen, droppedBecause, heard } }: { readonly stop: Stop }) {
  if (state === 'dropped') return <span>{texts.droppedBecause(droppedBecause ?? '')}</span>
  if (state === 'planned') return null
  return (
    <>
      {seen !== null && <p className="stop-seen">{seen}</p>}
      {heard.length === 0 ? (
        <small className="due-day">{texts.nothingHeard}</small>
      ) : (
        <ul className="heard-list">
          {heard.map((one) => (
            <HeardLine key={one.id} heard={one} />
          ))}
        </ul>
      )}
    </>
  )
}

function HeardLine({ heard: { topic, words, answer, answeredBy, issue } }: { readonly heard: Heard }) {
  return (
    <li>
      <span>
        {words} <small>{topic['zh-CN']}</small>
      </span>
      {issue === null ? (
        <small className="due-day">
          {`${texts.answeredBy(answeredBy?.name['zh-CN'] ?? '')}：${answer ?? ''}`}
        </small>
      ) : (
        <small className="due-day">
          {issue.mayRead ? <Link href={`/work/voice/${issue.id}`}>{issue.number}</Link> : issue.number}
          {` ${voiceDeskTexts.situations[issue.situation]}`}
        </small>
      )}
    </li>
  )
}

function DropStop({ id, again }: { readonly id: string; readonly again: () => void }) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function drop() {
    const done = await act.run(() =>
      call('POST /api/tours/stops/:id/drop', { params: { id }, body: { reason } }),
    )
    if (done !== undefined) again()
  }
  if (!isOpen)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {texts.drop}
      </Button>
    )
  return (
    <>
      <LineField id={`drop-${id}`} label={texts.dropWords} value={reason} onChange={setReason} />
      <Submit
        act={act}
        label={texts.drop}
        grave
        disabled={reason.trim().length < 2}
        onSubmit={() => void drop()}
      />
    </>
  )
}
