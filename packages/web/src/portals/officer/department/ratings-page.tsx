/**
 * Bad ratings: called back within a day, mended within fifteen, each with a note of what was said and done.
 */

import { Empty } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { dutyTexts as texts } from '../../../texts/department-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText, momentText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { StaffListPage } from '../staff-page.tsx'
import { LineField, Submit } from './acts/act-fields.tsx'
import { DepartmentTabs } from './department-tabs.tsx'

type BadRating = CallOutput<'GET /api/department/ratings'>['ratings'][number]

export function RatingsPage() {
  const reading = useApi('GET /api/department/ratings')
  const { again } = reading
  return (
    <StaffListPage title={texts.ratingsTitle} lead={texts.ratingsLead} tools={<DepartmentTabs />}>
      <Awaited reading={reading}>
        {({ ratings }) =>
          ratings.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={texts.ratingsEmpty} />
          ) : (
            <ul className="rating-list">
              {ratings.map((rating) => (
                <Rating key={rating.caseId} rating={rating} again={again} />
              ))}
            </ul>
          )
        }
      </Awaited>
    </StaffListPage>
  )
}

function Rating({ rating, again }: { readonly rating: BadRating; readonly again: () => void }) {
  const { caseId, number, level, comment, callBackBy, calledBackAt, mendBy } = rating
  const [note, setNote] = useState('')
  const act = useCaseAct()
  const isCalled = calledBackAt !== null
  async function record() {
    const body = { step: isCalled ? ('mending' as const) : ('call-back' as const), note }
    const done = await act.run(() =>
      call('POST /api/cases/:id/rating/follow-up', { params: { id: caseId }, body }),
    )
    if (done === undefined) return
    setNote('')
    again()
  }
  return (
    <li>
      <Link href={`/work/department/${caseId}`}>{number}</Link>
      <Light colour="red">{texts.levels[level] ?? String(level)}</Light>
      <p>{comment ?? texts.noComment}</p>
      <p>
        {isCalled
          ? `${texts.calledBack(momentText(calledBackAt))}；${texts.mendBy} ${dayText(mendBy)}`
          : `${texts.callBackBy} ${dayText(callBackBy)}`}
      </p>
      <LineField id={`note-${caseId}`} label={texts.note} value={note} onChange={setNote} />
      <Submit
        act={act}
        label={isCalled ? texts.recordMending : texts.recordCall}
        disabled={note.trim().length < 2}
        onSubmit={() => void record()}
      />
    </li>
  )
}
