/**
 * What was said, where, with its photos.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { spaceZhCN } from '../../../../texts/space-zh-cn.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { dayText, momentText } from '../../../../ui/moment.ts'

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
      <Documents issue={issue} />
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
      {issue.stop !== null && <StopLine stop={issue.stop} />}
      {issue.need !== null && <NeedLine need={issue.need} />}
    </section>
  )
}

/** The need it was passed on as, and how far that has come; a link for whoever passed it on. */
function NeedLine({
  need: { id, number, situation, movedAt },
}: {
  readonly need: NonNullable<Issue['need']>
}) {
  const standing = spaceZhCN.situations[situation as keyof typeof spaceZhCN.situations] ?? situation
  return (
    <p className="issue-need">
      <b>{texts.need}</b> {id === null ? number : <Link href={`/work/space/needs/${id}`}>{number}</Link>}
      <span className="situation">{`${standing} · ${momentText(movedAt)}`}</span>
    </p>
  )
}

/** The stop of a tour at which it was heard. */
function StopLine({ stop: { tourId, tour, place, on } }: { readonly stop: NonNullable<Issue['stop']> }) {
  return (
    <p className="issue-need">
      <b>{texts.stop}</b> <Link href={`/work/tours/${tourId}`}>{tour}</Link>
      <span className="situation">{`${place} · ${dayText(on)}`}</span>
    </p>
  )
}

/** Documents to save, and which attachments were not taken. */
function Documents({ issue: { id, documents, leftOut } }: { readonly issue: Issue }) {
  return (
    <>
      {documents.length > 0 && (
        <p className="situation">
          {texts.documents}：
          {documents.map((document) => (
            <a
              key={document.id}
              className="issue-document"
              href={`/api/voice/issues/${id}/documents/${document.id}`}
              download={document.name}
            >
              {document.name}
            </a>
          ))}
        </p>
      )}
      {leftOut.length > 0 && (
        <p className="situation">
          {texts.leftOut}：
          {leftOut
            .map(({ name, reason }) => `${name}（${texts.leftOutReasons[reason] ?? reason}）`)
            .join('、')}
        </p>
      )}
    </>
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
