/**
 * A need as its firm follows it: every hand-off with its time, the candidates, viewings, the lease and the mark.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useState } from 'react'
import { useSearchParams } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import {
  figureText,
  HandOffList,
  placeText,
  RoomCard,
  useSpaceTexts,
  wishWords,
} from '../../../features/premises/index.ts'
import { usePage } from '../../../page.tsx'
import { ChoiceField } from '../../../ui/field.tsx'
import { LinesField } from '../../../ui/lines-field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { useMoments } from '../../../ui/use-moments.ts'

type Followed = CallOutput<'GET /api/space/needs/by-link/:token'>

export function FollowNeedPage({ token }: { readonly token: string }) {
  const reading = useApi('GET /api/space/needs/by-link/:token', { params: { token } })
  const { again } = reading
  return (
    <Shell wide back="/space">
      <Awaited reading={reading}>{(need) => <Need need={need} token={token} again={again} />}</Awaited>
    </Shell>
  )
}

interface NeedProps {
  readonly need: Followed
  readonly token: string
  readonly again: () => void
}

function Need({ need, token, again }: NeedProps) {
  const texts = useSpaceTexts()
  const { language } = usePage()
  const { day } = useMoments()
  const [search] = useSearchParams()
  const filed = search.get('filed')
  return (
    <>
      <Title>{texts.situations[need.situation] ?? need.situation}</Title>
      {filed !== null && /^\d{4}-\d{2}-\d{2}$/.test(filed) && (
        <p className="notice good" role="status">
          {texts.need.filed(day(filed))}
        </p>
      )}
      <TitleBlock
        cells={[
          { label: texts.follow.number, value: <span className="code">{need.number}</span> },
          { label: texts.follow.firm, value: need.firm },
          { label: texts.follow.department, value: need.department?.name[language] ?? texts.room.unknown },
          { label: texts.follow.wants, value: need.wishes.map((wish) => wishWords(wish, texts)).join('，') },
        ]}
        className="need-block"
      />
      <Outcome need={need} />
      {need.situation === 'leased' && <RateForm token={token} onDone={again} />}
      <h2>{texts.follow.handOffs}</h2>
      <HandOffList handOffs={need.handOffs} />
      <Viewings need={need} />
      <h2>{texts.follow.candidates}</h2>
      {need.candidates.length === 0 && <p>{texts.follow.none}</p>}
      <div className="room-cards">
        {need.candidates.map((weighed) => (
          <RoomCard key={weighed.room.id} weighed={weighed} tells="all" />
        ))}
      </div>
    </>
  )
}

function Outcome({ need: { lease, notFound, mark } }: { readonly need: Followed }) {
  const texts = useSpaceTexts()
  const { language } = usePage()
  const { moment } = useMoments()
  return (
    <>
      {lease !== null && (
        <p className="notice good">
          <strong>{texts.follow.leased(figureText(lease.areaSquareDecimetres, 2))}</strong>{' '}
          {lease.room.carrier.name[language]} {placeText(lease.room.facts, texts)} · {moment(lease.at)}
        </p>
      )}
      {notFound !== null && (
        <p className="notice near">
          <strong>{texts.follow.ended}</strong> {notFound}
        </p>
      )}
      {mark !== null && <p>{texts.follow.rated(texts.marks[mark] ?? String(mark))}</p>}
    </>
  )
}

function Viewings({ need: { viewings } }: { readonly need: Followed }) {
  const texts = useSpaceTexts()
  const { language } = usePage()
  const { moment } = useMoments()
  if (viewings.length === 0) return null
  return (
    <>
      <h2>{texts.follow.viewings}</h2>
      <ul className="rows">
        {viewings.map(({ room, viewAt, suits, note }) => (
          <li key={`${room.id} ${viewAt}`}>
            <span>
              {room.carrier.name[language]} {placeText(room.facts, texts)}
              <small className="hint">{note ?? texts.follow.viewAt(moment(viewAt))}</small>
            </span>
            {suits !== null && (
              <span className="tag">{suits ? texts.follow.suits : texts.follow.suitsNot}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const marks = [5, 4, 3, 2, 1] as const

function RateForm({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const texts = useSpaceTexts()
  const [mark, setMark] = useState<string>()
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<ProblemDocument>()
  async function send(event: FormEvent) {
    event.preventDefault()
    const answer = await call('POST /api/space/needs/by-link/:token/mark', {
      params: { token },
      body: { mark: Number(mark), words },
    })
    if (answer.ok) onDone()
    else setProblem(answer.problem)
  }
  return (
    <form className="sheet" onSubmit={(event) => void send(event)}>
      <ChoiceField
        id="mark"
        label={texts.follow.rate}
        options={marks.map((each) => ({ value: String(each), label: texts.marks[each] ?? '' }))}
        value={mark}
        onChange={setMark}
      />
      <LinesField
        id="rating-words"
        label={texts.follow.words}
        value={words}
        fault={undefined}
        onChange={setWords}
      />
      <ProblemNotice problem={problem} />
      <button className="button" type="submit" disabled={mark === undefined}>
        {texts.follow.send}
      </button>
    </form>
  )
}
