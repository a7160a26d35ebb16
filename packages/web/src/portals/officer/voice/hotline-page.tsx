/**
 * Work orders of the hotline: taken from a file, and the replies as the hotline reads them.
 */

import { Alert, Button, Table, type TableColumnsType } from 'antd'
import { useRef, useState } from 'react'
import { type CallInput, type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { voiceDeskTexts } from '../../../texts/voice-desk-zh-cn.ts'
import { dayText, momentText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { StaffListPage } from '../staff-page.tsx'
import { VoiceTabs } from './voice-tabs.tsx'

const texts = voiceDeskTexts.hotline

type Reply = CallOutput<'GET /api/voice/hotline/replies'>['replies'][number]
type Orders = CallInput<'POST /api/voice/hotline/file'>['body']

export function HotlinePage() {
  const reading = useApi('GET /api/voice/hotline/replies')
  const { again } = reading
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<VoiceTabs />}>
      <div className="staff-tools in-list">
        <ImportButton onDone={again} />
        <Button href="/api/voice/hotline/replies" download="hotline-replies.json">
          {texts.download}
        </Button>
      </div>
      <Awaited reading={reading}>{({ replies }) => <ReplyTable replies={replies} />}</Awaited>
    </StaffListPage>
  )
}

function ImportButton({ onDone }: { readonly onDone: () => void }) {
  const picker = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<string>()
  const act = useCaseAct()
  async function take(file: File | undefined) {
    if (file === undefined) return
    const body = readOrders(await file.text())
    if (body === undefined) return setSaid(texts.unreadable)
    const done = await act.run(() => call('POST /api/voice/hotline/file', { body }))
    if (done === undefined) return setSaid(undefined)
    const count = (state: string) => done.orders.filter((order) => order.state === state).length
    setSaid(texts.imported(count('filed'), count('known'), count('refused')))
    onDone()
  }
  return (
    <>
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        accept="application/json,.json"
        aria-label={texts.import}
        tabIndex={-1}
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
      <BusyButton type="primary" busy={act.busy} onClick={() => picker.current?.click()}>
        {texts.import}
      </BusyButton>
      {said !== undefined && <Alert role="status" type="info" title={said} />}
      <ProblemNotice problem={act.refusal} />
    </>
  )
}

/** What stands in the file; the server judges it. */
function readOrders(text: string): Orders | undefined {
  try {
    return JSON.parse(text) as Orders
  } catch {
    return undefined
  }
}

function ReplyTable({ replies }: { readonly replies: readonly Reply[] }) {
  const columns: TableColumnsType<Reply> = [
    { title: texts.order, width: 200, dataIndex: 'number' },
    { title: texts.issue, width: 150, dataIndex: 'issue' },
    {
      title: texts.outcome,
      width: 160,
      render: (_, { outcome, situation }) =>
        outcome === null
          ? (voiceDeskTexts.situations[situation as keyof typeof voiceDeskTexts.situations] ?? situation)
          : voiceDeskTexts.outcomes[outcome],
    },
    {
      title: texts.replied,
      render: (_, { words, repliedOn }) => (
        <>
          {words}
          {repliedOn !== null && <small className="due-day">{dayText(repliedOn)}</small>}
        </>
      ),
    },
    {
      title: texts.told,
      width: 180,
      render: (_, { toldAt }) => (toldAt === null ? texts.notTold : momentText(toldAt)),
    },
  ]
  return (
    <Table
      rowKey="number"
      size="middle"
      dataSource={[...replies]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.empty }}
      scroll={{ x: 1000 }}
    />
  )
}
