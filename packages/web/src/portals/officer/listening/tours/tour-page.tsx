/**
 * One tour on the desk: what it came to, its itinerary, and planning the next stop.
 */

import './tours.css'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { toursTexts as texts } from '../../../../texts/tours-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { Framed } from '../../staff-page.tsx'
import { PlanStopForm } from './plan-stop-form.tsx'
import { StopTable } from './stop-table.tsx'
import { TourFigures } from './tour-figures.tsx'

type Tour = CallOutput<'GET /api/tours/:id'>

export function TourPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/tours/:id', { params: { id } })
  const { again } = reading
  return (
    <Framed>
      <Link className="back" href="/work/tours">
        {texts.back}
      </Link>
      <Awaited reading={reading}>{(tour) => <WholeTour tour={tour} again={again} />}</Awaited>
    </Framed>
  )
}

function WholeTour({ tour, again }: { readonly tour: Tour; readonly again: () => void }) {
  const [isPlanning, setPlanning] = useState(false)
  const { id, number, title, from, until, departments, figures } = tour
  return (
    <>
      <div className="staff-head">
        <Title>{title}</Title>
        <p className="staff-lead">
          {`${number} · ${texts.period(dayText(from), dayText(until))} · `}
          {departments.map(({ name }) => name['zh-CN']).join('、')}
        </p>
      </div>
      <TourFigures figures={figures} />
      <div className="staff-list">
        <div className="staff-tools in-list listening-head">
          <a href={`/api/tours/${id}/itinerary`}>{texts.itinerary}</a>
          {tour.mayPlan && (
            <Button type={isPlanning ? 'default' : 'primary'} onClick={() => setPlanning(!isPlanning)}>
              {isPlanning ? texts.cancel : texts.plan}
            </Button>
          )}
        </div>
        {isPlanning && <PlanStopForm tour={tour} onPlanned={again} />}
        <StopTable tour={tour} again={again} />
      </div>
    </>
  )
}
