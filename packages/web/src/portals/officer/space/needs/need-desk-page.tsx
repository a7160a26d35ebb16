/**
 * One need on the desk: hand-offs with their times and the rooms beside its wishes on the left, what one may do now on the
 * right.
 */

import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import {
  HandOffList,
  placeText,
  verdictWords,
  type WeighedRoom,
  wishWords,
} from '../../../../features/premises/index.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { spaceZhCN } from '../../../../texts/space-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffDetailPage } from '../../staff-page.tsx'
import { NeedActs } from './need-acts.tsx'

const texts = spaceDeskTexts.need

type Need = CallOutput<'GET /api/space/needs/:id'>

export function NeedDeskPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/space/needs/:id', { params: { id } })
  const { again } = reading
  return <Awaited reading={reading}>{(need) => <NeedDesk need={need} again={again} />}</Awaited>
}

function NeedDesk({ need, again }: { readonly need: Need; readonly again: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const mayPropose = need.acts.includes('propose')
  return (
    <StaffDetailPage
      title={need.firm}
      back={{ href: '/work/space/needs', label: spaceDeskTexts.needs.back }}
      state={<Light colour="plain">{spaceZhCN.situations[need.situation] ?? need.situation}</Light>}
      facts={[
        { label: spaceDeskTexts.needs.number, value: need.number },
        { label: texts.contact, value: `${need.contact} ${need.phone}` },
        { label: spaceDeskTexts.needs.purpose, value: need.purpose },
        { label: texts.wants, value: need.wishes.map((wish) => wishWords(wish, spaceZhCN)).join('，') },
        { label: texts.filed, value: momentText(need.filedAt) },
        ...(need.issue === null ? [] : [{ label: texts.issue, value: <IssueLink issue={need.issue} /> }]),
      ]}
      rightStays
      left={
        <>
          <Panel title={texts.handOffs}>
            <HandOffList handOffs={need.handOffs} />
          </Panel>
          <Candidates need={need} />
          <Matches need={need} chosen={chosen} {...(mayPropose ? { onChoose: setChosen } : {})} />
        </>
      }
      right={
        <NeedActs
          need={need}
          chosen={chosen}
          again={() => {
            setChosen([])
            again()
          }}
        />
      }
    />
  )
}

/** The issue it was passed on from; a link for whoever passed it on. */
function IssueLink({ issue: { id, number } }: { readonly issue: NonNullable<Need['issue']> }) {
  return id === null ? number : <Link href={`/work/voice/${id}`}>{number}</Link>
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="staff-panel">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Candidates({ need: { candidates, viewings, mark, words } }: { readonly need: Need }) {
  return (
    <>
      {candidates.length > 0 && (
        <Panel title={texts.candidates}>
          <MatchList rooms={candidates} />
        </Panel>
      )}
      {viewings.length > 0 && (
        <Panel title={texts.viewings}>
          <ul className="match-list">
            {viewings.map((viewing) => (
              <ViewingLine key={`${viewing.room.id} ${viewing.viewAt}`} viewing={viewing} />
            ))}
          </ul>
        </Panel>
      )}
      {mark !== null && (
        <Panel title={texts.words}>
          <p>
            <b>{spaceZhCN.marks[mark]}</b> {words}
          </p>
        </Panel>
      )}
    </>
  )
}

function ViewingLine({
  viewing: { room, viewAt, suits, note },
}: {
  readonly viewing: Need['viewings'][number]
}) {
  return (
    <li>
      <strong>
        {room.carrier.name['zh-CN']} {placeText(room.facts, spaceZhCN)}
      </strong>
      {suits !== null && <span className="tag">{suits ? texts.suitsYes : texts.suitsNo}</span>}
      <small className="due-day">{momentText(viewAt)}</small>
      {note !== null && <p>{note}</p>}
    </li>
  )
}

interface MatchesProps {
  readonly need: Need
  readonly chosen: readonly string[]
  readonly onChoose?: (chosen: readonly string[]) => void
}

const mostRejected = 12

function Matches({ need: { matching, lease, notFound }, chosen, onChoose }: MatchesProps) {
  if (lease !== null || notFound !== null) return null
  const { hits, unsure, rejected, counts } = matching
  const choosing = onChoose === undefined ? {} : { chosen, onChoose }
  return (
    <Panel title={texts.matching}>
      <h3>{texts.hits(counts.hits)}</h3>
      <MatchList rooms={hits} {...choosing} />
      {counts.unsure > 0 && <h3>{texts.unsure(counts.unsure)}</h3>}
      <MatchList rooms={unsure} {...choosing} />
      {counts.rejected > 0 && (
        <details className="rejected">
          <summary>{texts.rejected(counts.rejected)}</summary>
          <MatchList rooms={rejected.slice(0, mostRejected)} {...choosing} />
        </details>
      )}
    </Panel>
  )
}

interface MatchListProps {
  readonly rooms: readonly WeighedRoom[]
  readonly chosen?: readonly string[]
  readonly onChoose?: (chosen: readonly string[]) => void
}

function MatchList({ rooms, chosen = [], onChoose }: MatchListProps) {
  return (
    <ul className="match-list">
      {rooms.map(({ room, verdicts }) => {
        const name = `${room.carrier.name['zh-CN']} ${placeText(room.facts, spaceZhCN)}`
        return (
          <li key={room.id}>
            {onChoose === undefined ? (
              <strong>{name}</strong>
            ) : (
              <Checkbox
                checked={chosen.includes(room.id)}
                onChange={({ target }) =>
                  onChoose(target.checked ? [...chosen, room.id] : chosen.filter((id) => id !== room.id))
                }
              >
                {name}
              </Checkbox>
            )}
            <ul className="verdicts">
              {verdicts.map((verdict) => (
                <li key={verdict.field} className={verdict.outcome}>
                  {verdictWords(verdict, room, spaceZhCN, 'zh-CN')}
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
