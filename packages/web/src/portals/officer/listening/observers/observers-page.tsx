/**
 * The observers and their terms: who serves, whose term ends soon, and appointing somebody.
 */

import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../../voice/voice-tabs.tsx'
import { AppointForm } from './appoint-form.tsx'

const texts = listeningTexts.observers

type Observers = CallOutput<'GET /api/observers'>
type Observer = Observers['observers'][number]

export function ObserversPage() {
  const reading = useApi('GET /api/observers')
  const { again } = reading
  const [isAppointing, setAppointing] = useState(false)
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>
        {(list) => (
          <>
            <Places list={list} onAppoint={() => setAppointing(true)} />
            {isAppointing && (
              <AppointForm
                kinds={list.kinds}
                onDone={() => {
                  setAppointing(false)
                  again()
                }}
                onLeave={() => setAppointing(false)}
              />
            )}
            <TermTable list={list} again={again} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

function Places({ list, onAppoint }: { readonly list: Observers; readonly onAppoint: () => void }) {
  const serving = list.kinds.reduce((sum, kind) => sum + kind.serving, 0)
  return (
    <div className="staff-tools in-list listening-head">
      <b>{texts.serving(serving, list.places)}</b>
      <span>{list.kinds.map((kind) => `${kind.name['zh-CN']} ${kind.serving}`).join(' · ')}</span>
      <Link href="/work/observers/activities">{listeningTexts.activities.title}</Link>
      <Button onClick={onAppoint}>{texts.appoint}</Button>
    </div>
  )
}

function TermTable({ list, again }: { readonly list: Observers; readonly again: () => void }) {
  const [ending, setEnding] = useState<string>()
  const kindOf = (id: string) => list.kinds.find((kind) => kind.id === id)?.name['zh-CN'] ?? id
  const columns: TableColumnsType<Observer> = [
    {
      title: texts.name,
      width: 220,
      render: (_, { name, organisation }) => (
        <>
          <b>{name}</b>
          <small className="due-day">{organisation}</small>
        </>
      ),
    },
    { title: texts.kind, width: 120, render: (_, { kind }) => kindOf(kind) },
    {
      title: texts.term,
      width: 220,
      render: (_, { from, until }) => (
        <>
          {dayText(until)}
          <small className="due-day">{texts.since(dayText(from))}</small>
        </>
      ),
    },
    { title: texts.state, width: 130, render: (_, observer) => <Standing observer={observer} /> },
    { title: texts.findings, width: 90, render: (_, { findings }) => findings },
    { title: texts.attended, width: 90, render: (_, { attended }) => attended },
    {
      title: texts.letter,
      width: 200,
      render: (_, { id, number }) => <a href={`/api/observers/${id}/letter`}>{number}</a>,
    },
    {
      title: '',
      render: (_, observer) =>
        observer.isServing &&
        (ending === observer.id ? (
          <EndForm observer={observer} onDone={again} />
        ) : (
          <Button type="link" onClick={() => setEnding(observer.id)}>
            {texts.end}
          </Button>
        )),
    },
  ]
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...list.observers]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.empty }}
      scroll={{ x: 1150 }}
    />
  )
}

function Standing({ observer: { isServing, isEnding, endedOn } }: { readonly observer: Observer }) {
  if (isEnding) return <Light colour="amber">{texts.ending}</Light>
  if (isServing) return <Light colour="green">{texts.serves}</Light>
  return <span className="situation">{endedOn === null ? texts.over : texts.ended(dayText(endedOn))}</span>
}

function EndForm({
  observer: { id, name },
  onDone,
}: {
  readonly observer: Observer
  readonly onDone: () => void
}) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function end() {
    const done = await act.run(() =>
      call('POST /api/observers/:id/end', { params: { id }, body: { reason } }),
    )
    if (done !== undefined) onDone()
  }
  return (
    <>
      <LineField id={`end-${id}`} label={texts.endReason(name)} value={reason} onChange={setReason} />
      <Submit act={act} label={texts.end} grave disabled={reason.trim() === ''} onSubmit={() => void end()} />
    </>
  )
}
