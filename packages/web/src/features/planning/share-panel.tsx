/**
 * What of a plan is shared: links that read it and feeds for calendars, made, copied and stopped.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { FullSheet } from '../../ui/full-sheet.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { usePlanningTexts } from './plan/use-planning-texts.ts'
import { ShareCard } from './share-card.tsx'

type Share = CallOutput<'GET /api/projects/:id/shares'>['shares'][number]

interface SharePanelProps {
  readonly projectId: string
  readonly onClose: () => void
}

export function SharePanel({ projectId, onClose }: SharePanelProps) {
  const { share: texts, drawer } = usePlanningTexts()
  const shares = useApi('GET /api/projects/:id/shares', { params: { id: projectId } })
  const [problem, setProblem] = useState<ProblemDocument>()
  const after = (
    answer: { readonly ok: true } | { readonly ok: false; readonly problem: ProblemDocument },
  ) => {
    setProblem(answer.ok ? undefined : answer.problem)
    shares.again()
  }
  const make = async (kind: Share['kind']) =>
    after(await call('POST /api/projects/:id/shares', { params: { id: projectId }, body: { kind } }))
  const revoke = async (share: string) =>
    after(await call('DELETE /api/projects/:id/shares/:share', { params: { id: projectId, share } }))
  return (
    <FullSheet label={texts.title} className="plan-page share-panel" onClose={onClose}>
      <button className="close" type="button" onClick={onClose}>
        {drawer.close}
      </button>
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <div className="share-makers">
        {(['read', 'calendar'] as const).map((kind) => (
          <button key={kind} className="button quiet" type="button" onClick={() => make(kind)}>
            {texts.make[kind]}
          </button>
        ))}
      </div>
      <ProblemNotice problem={problem} />
      <Awaited reading={shares}>
        {({ shares: list }) =>
          list.length === 0 ? (
            <p className="quiet">{texts.none}</p>
          ) : (
            <ul className="shares" aria-label={texts.list}>
              {list.map((share) => (
                <SharedLink
                  key={share.id}
                  projectId={projectId}
                  share={share}
                  onRevoke={() => revoke(share.id)}
                />
              ))}
            </ul>
          )
        }
      </Awaited>
    </FullSheet>
  )
}

interface SharedLinkProps {
  readonly projectId: string
  readonly share: Share
  readonly onRevoke: () => void
}

function SharedLink({ projectId, share, onRevoke }: SharedLinkProps) {
  const { share: texts } = usePlanningTexts()
  const { day } = useMoments()
  const [isCopied, setCopied] = useState(false)
  const [isPictured, picture] = useState(false)
  const { kind, url, until, opened } = share
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    setCopied(true)
  }
  return (
    <li>
      <b>{texts.kinds[kind]}</b>
      <small>
        {texts.until(day(until.slice(0, 10)))} · {opened === 0 ? texts.never : texts.opened(String(opened))}
      </small>
      <input className="input" readOnly value={url} aria-label={texts.kinds[kind]} />
      <span className="share-acts">
        <button className="text-button" type="button" onClick={copy}>
          {isCopied ? texts.copied : texts.copy}
        </button>
        {kind === 'read' && (
          <button
            className="text-button"
            type="button"
            aria-expanded={isPictured}
            onClick={() => picture(!isPictured)}
          >
            {texts.card}
          </button>
        )}
        {kind === 'calendar' && <a href={url.replace(/^https?:/, 'webcal:')}>{texts.add}</a>}
        <button className="text-button" type="button" onClick={onRevoke}>
          {texts.revoke}
        </button>
      </span>
      {isPictured && <ShareCard projectId={projectId} share={share.id} />}
    </li>
  )
}
