/**
 * What is coming up, and signing in by the code on the door.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { call } from '../../../api/call.ts'
import { observeTexts as texts } from '../../../texts/observe-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { momentText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { OwnPage } from './queue/finding-record.ts'

export function ActivityList({ activities }: Pick<OwnPage, 'activities'>) {
  if (activities.length === 0) return <p className="sheet">{texts.noActivities}</p>
  return (
    <ul className="rows activity-rows">
      {activities.map(({ id, kind, title, place, startsAt, isSignedIn }) => (
        <li key={id}>
          <span>
            <b>{title}</b>
            <small className="hint">{[kind['zh-CN'], momentText(startsAt), place].join(' · ')}</small>
          </span>
          {isSignedIn && <Light colour="green">{texts.signedIn}</Light>}
        </li>
      ))}
    </ul>
  )
}

/** Signs in once where the address names the code of a door. */
export function SignInAtDoor() {
  const [query, setQuery] = useSearchParams()
  const code = query.get('sign-in')
  const [title, setTitle] = useState<string>()
  const [problem, setProblem] = useState<ProblemDocument>()
  useEffect(() => {
    if (code === null) return
    void call('POST /api/my/observer/sign-ins', { body: { code } }).then((answer) => {
      if (answer.ok) setTitle(answer.value.title)
      else setProblem(answer.problem)
      setQuery({ tab: 'activities' }, { replace: true })
    })
  }, [code])
  return (
    <>
      {title !== undefined && (
        <p className="notice good" role="status">
          {texts.signedInTo(title)}
        </p>
      )}
      <ProblemNotice problem={problem} />
    </>
  )
}
