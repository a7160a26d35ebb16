/**
 * The calendar of the observers' activities, and announcing one.
 */

import { Button, Radio, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../../voice/voice-tabs.tsx'

const texts = listeningTexts.activities

type Calendar = CallOutput<'GET /api/activities'>
type Activity = Calendar['activities'][number]

export function ActivitiesPage() {
  const reading = useApi('GET /api/activities')
  const { again } = reading
  const [isAnnouncing, setAnnouncing] = useState(false)
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>
        {({ kinds, activities }) => (
          <>
            <div className="staff-tools in-list listening-head">
              <Link href="/work/observers">{listeningTexts.observers.title}</Link>
              <Button onClick={() => setAnnouncing(true)}>{texts.announce}</Button>
            </div>
            {isAnnouncing && (
              <AnnounceForm
                kinds={kinds}
                onDone={() => {
                  setAnnouncing(false)
                  again()
                }}
              />
            )}
            <ActivityTable activities={activities} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

function ActivityTable({ activities }: Pick<Calendar, 'activities'>) {
  const columns: TableColumnsType<Activity> = [
    {
      title: texts.name,
      render: (_, { id, title, place }) => (
        <>
          <Link className="case-link" href={`/work/observers/activities/${id}`}>
            {title}
          </Link>
          <small className="due-day">{place}</small>
        </>
      ),
    },
    { title: texts.kind, width: 160, render: (_, { kind }) => kind['zh-CN'] },
    { title: texts.time, width: 220, render: (_, { startsAt }) => momentText(startsAt) },
    { title: texts.attended, width: 90, render: (_, { attended }) => attended },
    { title: texts.issues, width: 110, render: (_, { issues }) => issues },
    {
      title: texts.minutes,
      width: 160,
      render: (_, { minutesAt }) =>
        minutesAt === null ? texts.noMinutes : texts.kept(dayText(minutesAt.slice(0, 10))),
    },
  ]
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...activities]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.empty }}
      scroll={{ x: 900 }}
    />
  )
}

function AnnounceForm({ kinds, onDone }: Pick<Calendar, 'kinds'> & { readonly onDone: () => void }) {
  const [wanted, setWanted] = useState({ title: '', place: '', startsAt: '', endsAt: '' })
  const [kind, setKind] = useState(kinds[0]?.id ?? '')
  const act = useCaseAct()
  const change = (part: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...part }))
  const isWhole = Object.values(wanted).every((value) => value.trim() !== '')
  async function announce() {
    const { startsAt, endsAt, ...rest } = wanted
    const times = { startsAt: instantOf(startsAt), endsAt: instantOf(endsAt) }
    const done = await act.run(() => call('POST /api/activities', { body: { ...rest, ...times, kind } }))
    if (done !== undefined) onDone()
  }
  return (
    <section className="listening-form" aria-label={texts.announce}>
      <div className="act-field">
        <span className="field-name">{texts.kind}</span>
        <Radio.Group
          aria-label={texts.kind}
          optionType="button"
          value={kind}
          onChange={({ target }) => setKind(target.value as string)}
          options={kinds.map(({ id, name }) => ({ value: id, label: name['zh-CN'] }))}
        />
      </div>
      <div className="call-line">
        <LineField
          id="activity-title"
          label={texts.name}
          value={wanted.title}
          onChange={(title) => change({ title })}
        />
        <LineField
          id="activity-place"
          label={texts.place}
          value={wanted.place}
          onChange={(place) => change({ place })}
        />
        <LineField
          id="activity-starts"
          type="datetime-local"
          label={texts.starts}
          value={wanted.startsAt}
          onChange={(startsAt) => change({ startsAt })}
        />
        <LineField
          id="activity-ends"
          type="datetime-local"
          label={texts.ends}
          value={wanted.endsAt}
          onChange={(endsAt) => change({ endsAt })}
        />
      </div>
      <Submit act={act} label={texts.announce} disabled={!isWhole} onSubmit={() => void announce()} />
    </section>
  )
}

/** What stands in the field is the zone's time, whatever the device is set to. */
function instantOf(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString()
}
