/**
 * The observer's page, made for a phone and for places without network: note a finding, see what became of it, come along.
 */

import './observe.css'
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { observeTexts as texts } from '../../../texts/observe-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText, momentText } from '../../../ui/moment.ts'
import { keepPageOffline } from '../../../ui/offline/offline-page.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { signInAddress } from '../../../ui/reading.tsx'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { ActivityList, SignInAtDoor } from './activity-list.tsx'
import { FindingForm } from './finding-form.tsx'
import { OwnFindings } from './own-findings.tsx'
import type { OwnPage } from './queue/finding-record.ts'
import { type Observer, useObserver } from './use-observer.ts'

const kept = { scope: '/my/observe', worker: '/my/observe-worker.js' } as const
const tabs = ['note', 'mine', 'activities'] as const
type Tab = (typeof tabs)[number]

export function ObservePage() {
  const observer = useObserver()
  useEffect(() => void keepPageOffline(kept), [])
  const { page, problem } = observer
  return (
    <Shell>
      <Title>{texts.title}</Title>
      {page === undefined ? <NoPage problem={problem} /> : <Page page={page} observer={observer} />}
    </Shell>
  )
}

function NoPage({ problem }: Pick<Observer, 'problem'>) {
  if (problem === undefined) return <p role="status">{texts.loading}</p>
  if (problem.status === 401)
    return (
      <>
        <p className="lead">{texts.signIn}</p>
        <a className="button" href={signInAddress()}>
          {texts.signInButton}
        </a>
      </>
    )
  return problem.status === 404 ? (
    <p className="sheet">{texts.notServing}</p>
  ) : (
    <ProblemNotice problem={problem} />
  )
}

function Page({ page, observer }: { readonly page: OwnPage; readonly observer: Observer }) {
  const [query, setQuery] = useSearchParams()
  const tab = tabs.find((each) => each === query.get('tab')) ?? 'note'
  return (
    <div className="observe">
      <TermLine page={page} />
      <WaitingBar observer={observer} />
      <SignInAtDoor />
      <SegmentedChoice<Tab>
        id="tab"
        label={texts.tab}
        options={tabs.map((value) => ({ value, label: texts.tabs[value] }))}
        value={tab}
        onChange={(next) => setQuery(next === 'note' ? {} : { tab: next }, { replace: true })}
      />
      {tab === 'note' && <FindingForm page={page} isOnline={observer.isOnline} onSave={observer.keep} />}
      {tab === 'mine' && (
        <>
          <WaitingList observer={observer} />
          <OwnFindings key={observer.sent} />
        </>
      )}
      {tab === 'activities' && <ActivityList activities={page.activities} />}
    </div>
  )
}

function TermLine({ page: { term } }: { readonly page: OwnPage }) {
  return (
    <p className="observe-term">
      <span>{texts.term(term.name, dayText(term.until))}</span>
      <a href={`/api/observers/${term.id}/letter`}>{texts.letter}</a>
    </p>
  )
}

function WaitingBar({ observer: { waiting, isOnline, sent, send } }: { readonly observer: Observer }) {
  const count = waiting.length
  return (
    <div className="waiting-bar">
      <span role="status">
        {count > 0 && <Light colour="amber">{texts.waiting(count)}</Light>}
        {count === 0 && sent > 0 && <Light colour="green">{texts.uploaded}</Light>}
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

function WaitingList({ observer: { waiting, remove } }: { readonly observer: Observer }) {
  if (waiting.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="waiting">
      <h2 id="waiting">{texts.waitingTitle}</h2>
      <ul className="rows">
        {waiting.map(({ id, words, noticedAt, photos, refused }) => (
          <li key={id}>
            <span>
              <b>{words}</b>
              <small className="hint">
                {momentText(noticedAt)}
                {photos.length > 0 && ` · ${texts.photosOf(photos.length)}`}
              </small>
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
