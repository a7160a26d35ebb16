/**
 * The stops of whoever goes, one at a time, for a phone held in one hand.
 */

import './stops.css'
import { useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { toursTexts } from '../../../texts/tours-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { StaffShell } from '../staff-shell.tsx'
import { StopSheet } from './stop-sheet.tsx'

const texts = toursTexts.own

type Own = CallOutput<'GET /api/my/stops'>

export function StopsPage() {
  const reading = useApi('GET /api/my/stops')
  const { again } = reading
  return (
    <StaffShell>
      <div className="stops">
        <Title>{texts.title}</Title>
        <p className="lead">{texts.lead}</p>
        <Awaited reading={reading}>
          {(own) =>
            own.stops.length === 0 ? (
              <p className="sheet">{texts.none}</p>
            ) : (
              <OneByOne own={own} again={again} />
            )
          }
        </Awaited>
      </div>
    </StaffShell>
  )
}

/** Where somebody is likely to stand: at the first stop from today on, else at the last there was. */
function firstShown({ stops, today }: Own): string | undefined {
  return (stops.find(({ on }) => on >= today) ?? stops.at(-1))?.id
}

function OneByOne({ own, again }: { readonly own: Own; readonly again: () => void }) {
  // the stop itself, not its place: others are planned and dropped while somebody writes here
  const [shown, setShown] = useState(() => firstShown(own))
  const { stops, topics, today } = own
  const found = stops.findIndex(({ id }) => id === shown)
  const at = found === -1 ? stops.findIndex(({ id }) => id === firstShown(own)) : found
  const stop = stops[at]
  if (stop === undefined) return null
  const step = (to: number, label: string) => (
    <button
      className="button quiet"
      type="button"
      disabled={stops[to] === undefined}
      onClick={() => setShown(stops[to]?.id)}
    >
      {label}
    </button>
  )
  return (
    <>
      <nav className="stop-steps" aria-label={texts.title}>
        {step(at - 1, texts.before)}
        <span role="status">{texts.step(at + 1, stops.length)}</span>
        {step(at + 1, texts.next)}
      </nav>
      <StopSheet key={stop.id} stop={stop} topics={topics} isToday={stop.on === today} again={again} />
    </>
  )
}
