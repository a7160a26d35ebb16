/**
 * Whether the house works: one line a part, a light, the figures, and what to do where the light is not green.
 */

import type { ReactNode } from 'react'
import type { CallOutput } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { Light } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

type House = CallOutput<'GET /api/operator/house'>
type Checkpoint = CallOutput<'GET /api/ledger/checkpoint'>
type State = 'good' | 'watch' | 'bad'

const texts = staffTexts.operator
const colours = { good: 'green', watch: 'amber', bad: 'red' } as const

interface Part {
  readonly name: string
  readonly state: State
  readonly figures: ReactNode
  readonly todo?: string
}

export function OperatorPage() {
  const house = useApi('GET /api/operator/house')
  const checkpoint = useApi('GET /api/ledger/checkpoint')
  return (
    <StaffShell>
      <Title>{texts.title}</Title>
      <Awaited reading={house}>
        {(seen) => (
          <>
            <Parts parts={[...houseParts(seen), ledgerPart(checkpoint)]} />
            <Backlog house={seen} />
            <section className="sheet">
              <p>
                {texts.started} {momentText(seen.startedAt)}
              </p>
              <p>
                {texts.verify} <code>npx guanjia ledger verify</code>
              </p>
              <details>
                <summary>{`${texts.migrations} ${seen.migrations[0] ?? ''}`}</summary>
                <ul>
                  {seen.migrations.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              </details>
            </section>
          </>
        )}
      </Awaited>
    </StaffShell>
  )
}

function houseParts(house: House): readonly Part[] {
  const { database, diskNearlyFull, outbox, jobs } = house
  return [
    {
      name: texts.database,
      state: 'good',
      figures: texts.databaseFigures(
        database.version,
        (database.bytes / 2 ** 20).toFixed(1),
        database.connections,
      ),
    },
    diskNearlyFull
      ? { name: texts.disk, state: 'bad', figures: texts.diskFull, todo: texts.diskTodo }
      : { name: texts.disk, state: 'good', figures: texts.diskFine },
    workPart(texts.events, outbox),
    workPart(texts.jobs, jobs),
  ]
}

interface Waiting {
  readonly waiting: number
  readonly failing: number
}

function workPart(name: string, work: readonly Waiting[]): Part {
  const waiting = work.reduce((total, one) => total + one.waiting, 0)
  const failing = work.reduce((total, one) => total + one.failing, 0)
  if (waiting === 0) return { name, state: 'good', figures: texts.eventsFine }
  const figures = texts.eventsFigures(waiting, failing)
  return failing === 0
    ? { name, state: 'good', figures }
    : { name, state: 'watch', figures, todo: texts.eventsTodo }
}

const mostWaiting = 1_000

function ledgerPart(reading: ReturnType<typeof useApi<'GET /api/ledger/checkpoint'>>): Part {
  if (reading.state !== 'ready') return { name: texts.ledger, state: 'watch', figures: '…' }
  const { size, waiting, signedAt }: Checkpoint = reading.value
  const signed = signedAt === null ? texts.ledgerNever : `${texts.signedAt} ${momentText(signedAt)}`
  const figures = `${texts.ledgerFigures(size, waiting)}；${signed}`
  return waiting > mostWaiting
    ? { name: texts.ledger, state: 'bad', figures, todo: texts.ledgerTodo }
    : { name: texts.ledger, state: 'good', figures }
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <div className="table-scroll sheet">
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.part}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{texts.figures}</th>
            <th scope="col">{texts.todo}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, state, figures, todo }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <Light colour={colours[state]}>{texts[state]}</Light>
              </td>
              <td>{figures}</td>
              <td>{todo ?? texts.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Backlog({ house: { outbox } }: { readonly house: House }) {
  if (outbox.length === 0) return null
  return (
    <section className="sheet">
      <h2>{texts.backlog}</h2>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.subscriber}</th>
              <th scope="col">{texts.waiting}</th>
              <th scope="col">{texts.failing}</th>
              <th scope="col">{texts.oldest}</th>
              <th scope="col">{texts.lastError}</th>
            </tr>
          </thead>
          <tbody>
            {outbox.map(({ subscriber, waiting, failing, oldestAt, lastError }) => (
              <tr key={subscriber}>
                <th scope="row">{subscriber}</th>
                <td>{waiting}</td>
                <td>{failing}</td>
                <td>{momentText(oldestAt)}</td>
                <td>{lastError}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
