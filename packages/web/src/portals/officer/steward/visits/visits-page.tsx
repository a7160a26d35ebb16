/**
 * Visits on a phone, with or without network; on the own kit, so that it is light enough to be kept.
 */

import './visits.css'
import { useEffect } from 'react'
import { useSearch } from 'wouter'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import { keepPageOffline } from '../../../../ui/offline/offline-page.ts'
import { Title } from '../../../../ui/title.tsx'
import { StaffShell } from '../../staff-shell.tsx'
import { useVisits, type Visits } from './use-visits.ts'
import { VisitForm } from './visit-form.tsx'

const texts = stewardTexts.visits
const kept = { scope: '/work/visits', worker: '/work/visits-worker.js' } as const

export function VisitsPage() {
  const visits = useVisits()
  const chosen = new URLSearchParams(useSearch()).get('project')
  useEffect(() => void keepPageOffline(kept), [])
  const { person, projects } = visits
  return (
    <StaffShell>
      <div className="visits">
        <Title>{texts.title}</Title>
        <p className="lead">{texts.lead}</p>
        {person === null && <p className="notice">{texts.signIn}</p>}
        {person != null && (
          <>
            <WaitingBar visits={visits} />
            {projects.length === 0 ? (
              <p className="sheet">{texts.noProjects}</p>
            ) : (
              <VisitForm key={chosen} projects={projects} chosen={chosen} onSave={visits.keep} />
            )}
            <WaitingList visits={visits} />
          </>
        )}
      </div>
    </StaffShell>
  )
}

function WaitingBar({ visits: { waiting, isOnline, send } }: { readonly visits: Visits }) {
  const count = waiting.length
  return (
    <div className="waiting-bar">
      <span role="status">
        {count === 0 ? (
          <Light colour="green">{texts.nothingWaits}</Light>
        ) : (
          <Light colour="amber">{texts.waiting(count)}</Light>
        )}
      </span>
      {!isOnline && <span>{texts.offline}</span>}
      {count > 0 && isOnline && (
        <button className="button quiet" type="button" onClick={() => void send()}>
          {texts.send}
        </button>
      )}
    </div>
  )
}

function WaitingList({ visits: { waiting, remove } }: { readonly visits: Visits }) {
  if (waiting.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="waiting">
      <h2 id="waiting">{texts.list}</h2>
      <ul className="rows">
        {waiting.map(({ id, project, at, text, photos, refused }) => (
          <li key={id}>
            <span>
              <b>{project}</b> {momentText(at)}
              {photos.length > 0 && ` · ${texts.photosOf(photos.length)}`}
              <small className="hint">{text}</small>
              {refused !== null && <Light colour="red">{`${refused.title}。${refused.detail}`}</Light>}
            </span>
            <button className="text-button" type="button" onClick={() => void remove(id)}>
              {texts.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
