/**
 * What was said, where, with its photos.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'

const texts = voiceDeskTexts.issue

type Issue = CallOutput<'GET /api/voice/issues/:id'>

export function SaidPanel({ issue }: { readonly issue: Issue }) {
  return (
    <section className="staff-panel">
      <h2>{texts.said}</h2>
      <p className="issue-said">{issue.words}</p>
      {issue.place !== null && (
        <p className="situation">
          {texts.place}：{issue.place}
        </p>
      )}
      <Photos issueId={issue.id} photos={issue.photos} label={texts.photo} />
      {issue.joined.length > 0 && (
        <p className="situation">
          {texts.joined}：{issue.joined.join('、')}
        </p>
      )}
      {issue.joinedWith !== null && (
        <p className="situation">
          {texts.joinedWith} {issue.joinedWith}
        </p>
      )}
    </section>
  )
}

interface PhotosProps {
  readonly issueId: string
  readonly photos: readonly string[]
  readonly label: string
}

/** Photos in a row; each opens whole. */
export function Photos({ issueId, photos, label }: PhotosProps) {
  if (photos.length === 0) return null
  return (
    <ul className="issue-photos">
      {photos.map((photo, place) => (
        <li key={photo}>
          <a href={`/api/voice/issues/${issueId}/photos/${photo}`} target="_blank" rel="noreferrer">
            <img src={`/api/voice/issues/${issueId}/photos/${photo}`} alt={`${label} ${place + 1}`} />
          </a>
        </li>
      ))}
    </ul>
  )
}
