/**
 * The team: what everybody has on hand, knows well, and when they are away. No ranking of people.
 */

import './steward.css'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { stewardTexts } from '../../../texts/stewards-zh-cn.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { Framed } from '../staff-page.tsx'
import { shortDay } from './days.ts'
import { StewardTabs } from './steward-tabs.tsx'

type Steward = CallOutput<'GET /api/stewards'>['stewards'][number]
type Kinds = CallOutput<'GET /api/stewards/board'>['kinds']
type Problem = Parameters<typeof ProblemNotice>[0]['problem']

const texts = stewardTexts.team

export function TeamPage() {
  const reading = useApi('GET /api/stewards')
  const board = useApi('GET /api/stewards/board')
  const session = useApi('GET /api/session')
  const kinds = board.state === 'ready' ? board.value.kinds : []
  const isLeader =
    session.state === 'ready' && session.value.signedIn && session.value.roles.includes('steward-lead')
  const again = reading.state === 'ready' ? reading.again : () => undefined
  return (
    <Framed>
      <StewardTabs />
      <div className="staff-head">
        <Title>{texts.tab}</Title>
      </div>
      <div className="staff-list">
        <Awaited reading={reading}>
          {({ stewards }) => <TeamTable stewards={stewards} kinds={kinds} />}
        </Awaited>
      </div>
      {isLeader && reading.state === 'ready' && (
        <Specialties stewards={reading.value.stewards} kinds={kinds} onSaved={again} />
      )}
      <LeaveForm onPlanned={again} />
    </Framed>
  )
}

function TeamTable({ stewards, kinds }: { readonly stewards: readonly Steward[]; readonly kinds: Kinds }) {
  const most = Math.max(1, ...stewards.map(({ primary }) => primary))
  const nameOf = (id: string) => kinds.find((kind) => kind.id === id)?.name ?? id
  return (
    <div className="table-scroll">
      <table className="steward-table">
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col">{texts.columns.load}</th>
            <th scope="col">{texts.columns.specialties}</th>
            <th scope="col">{texts.columns.leaves}</th>
          </tr>
        </thead>
        <tbody>
          {stewards.map(({ id, name, isLeader, primary, backup, specialties, leaves }) => (
            <tr key={id}>
              <td>
                {name}
                {isLeader && <small>{texts.leader}</small>}
              </td>
              <td data-name={texts.columns.load}>
                <svg className="load-bar" viewBox="0 0 120 8" aria-hidden="true">
                  <rect width={(120 * primary) / most} height="8" fill="currentColor" />
                </svg>
                {texts.load(primary, backup)}
              </td>
              <td data-name={texts.columns.specialties}>
                {specialties.map(nameOf).join('、') || texts.none}
              </td>
              <td data-name={texts.columns.leaves}>
                {leaves.map(({ from, to }) => `${shortDay(from)}—${shortDay(to)}`).join('、') || texts.none}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SpecialtiesProps {
  readonly stewards: readonly Steward[]
  readonly kinds: Kinds
  readonly onSaved: () => void
}

function Specialties({ stewards, kinds, onSaved }: SpecialtiesProps) {
  const [chosen, choose] = useState(stewards[0]?.id ?? '')
  const [isSaved, setSaved] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const steward = stewards.find(({ id }) => id === chosen)
  if (steward === undefined) return null
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = { kinds: new FormData(event.currentTarget).getAll('kind').map(String) }
    const answer = await call('PUT /api/stewards/:id/specialties', { params: { id: chosen }, body })
    setProblem(answer.ok ? undefined : answer.problem)
    setSaved(answer.ok)
    if (answer.ok) onSaved()
  }
  return (
    <section className="staff-panel steward-gap" aria-labelledby="specialties">
      <h2 id="specialties">{texts.specialtiesOf(steward.name)}</h2>
      <form key={chosen} className="contact-form" onSubmit={(event) => void save(event)}>
        <fieldset>
          <label className="above" htmlFor="specialist">
            {texts.columns.name}
          </label>
          <div className="choices">
            <select id="specialist" value={chosen} onChange={({ target }) => choose(target.value)}>
              {stewards.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            {kinds.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  name="kind"
                  value={id}
                  defaultChecked={steward.specialties.includes(id)}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        <Button htmlType="submit">{texts.save}</Button>
        <ProblemNotice problem={problem} />
        <p role="status">{isSaved ? texts.saved : ''}</p>
      </form>
    </section>
  )
}

function LeaveForm({ onPlanned }: { readonly onPlanned: () => void }) {
  const [left, setLeft] = useState<number>()
  const [problem, setProblem] = useState<Problem>()
  async function plan(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = { from: String(form.get('from')), to: String(form.get('to')) }
    const answer = await call('POST /api/stewards/leaves', { body })
    setProblem(answer.ok ? undefined : answer.problem)
    setLeft(answer.ok ? answer.value.projectsToHandOver.length : undefined)
    if (answer.ok) onPlanned()
  }
  return (
    <section className="staff-panel steward-gap" aria-labelledby="leave">
      <h2 id="leave">{texts.leave}</h2>
      <form className="steward-form" onSubmit={(event) => void plan(event)}>
        <label>
          {texts.from}
          <input type="date" name="from" required />
        </label>
        <label>
          {texts.to}
          <input type="date" name="to" required />
        </label>
        <Button htmlType="submit">{texts.plan}</Button>
      </form>
      <ProblemNotice problem={problem} />
      <p role="status">{left === undefined ? '' : texts.planned(left)}</p>
    </section>
  )
}
