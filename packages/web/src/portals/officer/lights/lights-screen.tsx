/**
 * The lights on a wall: counts and names of projects, nothing of people. Nobody touches it; it hears the news, and where more
 * projects are lit than fit, it shows one page after another.
 */

import './lights-screen.css'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useNews } from '../../../api/use-news.ts'
import { lightsTexts } from '../../../texts/lights-zh-cn.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { lightOrder, lightShapes } from './board-parts.tsx'

const texts = lightsTexts.screen
type Board = CallOutput<'GET /api/supervision/lights'>

const rowsOfPage = 6
const pageMs = 12_000

export function LightsScreen() {
  const reading = useApi('GET /api/supervision/lights', {})
  useNews(['supervision.changed'], () => {
    reading.again()
  })
  return (
    <main className="lights-screen">
      <Awaited reading={reading}>{(board) => <Wall board={board} />}</Awaited>
    </main>
  )
}

function Wall({ board }: { readonly board: Board }) {
  const { on, counts, rows, rule, missing, lastRedClosed } = board
  const lit = rows.filter(({ light }) => light === 'red' || light === 'amber')
  const pages = Math.max(1, Math.ceil(lit.length / rowsOfPage))
  const page = usePage(pages)
  const session = useApi('GET /api/session')
  const isDemonstration = session.state !== 'ready' || session.value.demonstration
  return (
    <>
      <header>
        <Title>{texts.title}</Title>
        <p>
          {isDemonstration && <span className="lights-screen-mark">{staffTexts.demonstration}</span>}
          {dayText(on)}
        </p>
      </header>
      <ul className="lights-screen-counts" aria-label={lightsTexts.counts}>
        {lightOrder.map((light) => (
          <li key={light} className={light}>
            <b>
              <span aria-hidden="true">{lightShapes[light]}</span>
              {counts[light]}
            </b>
            {lightsTexts.lights[light]}
          </li>
        ))}
      </ul>
      {lit.length === 0 ? (
        <p className="lights-screen-calm">{lightsTexts.calm(lastRedClosed)}</p>
      ) : (
        <ol className="lights-screen-rows" key={page}>
          {lit
            .slice(page * rowsOfPage, (page + 1) * rowsOfPage)
            .map(({ id, name, light, shape, lightName }) => (
              <li key={id} className={light}>
                <span aria-hidden="true">{shape}</span>
                {name}
                <span className="visually-hidden">：{lightName}</span>
              </li>
            ))}
        </ol>
      )}
      <footer>
        <span>
          {lightsTexts.rule(rule.name)}
          {rule.mark === 'U' && `（${lightsTexts.unconfirmed}）`}
        </span>
        <span>{missing === 0 ? lightsTexts.reconciled : lightsTexts.missing(missing)}</span>
        {pages > 1 && <span>{texts.page(page + 1, pages)}</span>}
      </footer>
    </>
  )
}

/** The page that is shown, from 0; the next one after a while. */
function usePage(pages: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (pages < 2) return
    const timer = setInterval(() => setTurn((now) => now + 1), pageMs)
    return () => clearInterval(timer)
  }, [pages])
  return turn % pages
}
