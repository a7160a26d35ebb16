/**
 * A25: the workflow of cases, projects and commitments, with the house dying between any two statements. A seed gives the
 * life, where the house dies, what is sent twice and what comes late; the same seed gives the same again.
 */

import { type Draw, seededDraw } from '../name-generator.ts'
import type { Cut } from './cutting-proxy.ts'
import { brokenInTheEnd, brokenPromises } from './invariants.ts'
import { type Answer, type MortalHouse, mortalHouse, type Request } from './mortal-house.ts'
import { liveProject, type Play } from './project-life.ts'

/** How hard it is tried. */
export interface Simulation {
  readonly seed: number
  /** the house dies before each statement of a step in turn, instead of before one that chance names */
  readonly everywhere?: boolean
  /** what was done so far is committed when the house dies: the control that has to be noticed */
  readonly torn?: boolean
}

/** What was seen. */
export interface SimulationReport {
  readonly seed: number
  /** promises that were broken, with the step they broke at */
  readonly broken: readonly string[]
  readonly steps: number
  readonly deaths: number
  readonly statements: number
}

const startOn = '2023-02-01'
/** farther than any step goes */
const mostStatements = 60
/** deaths after which somebody loses patience with one step */
const patience = 200

interface Running extends Simulation {
  readonly house: MortalHouse
  readonly draw: Draw
  readonly seen: { steps: number; deaths: number; statements: number; keys: number }
  readonly broken: string[]
  /** what was sent before, and may come again */
  readonly sent: Sent[]
}

interface Sent {
  readonly request: Request
  readonly answer: Answer
}

/** Runs one seed in a house of its own. */
export async function simulateCrashes(simulation: Simulation): Promise<SimulationReport> {
  await using house = await mortalHouse(`${startOn}T02:00:00Z`)
  const seen = { steps: 0, deaths: 0, statements: 0, keys: 0 }
  const run: Running = {
    ...simulation,
    house,
    draw: seededDraw(simulation.seed),
    seen,
    broken: [],
    sent: [],
  }
  const living = { play: playedIn(run), calmly: calmlyIn(run), draw: run.draw, today: startOn }
  // a life that comes to no end is a broken promise like any other
  await liveProject(living).catch((error: Error) => run.broken.push(error.message))
  await house.heal().catch((error: Error) => run.broken.push(error.message))
  run.broken.push(...(await brokenInTheEnd(house.ask)))
  const { steps, deaths, statements } = seen
  return { seed: simulation.seed, broken: run.broken, steps, deaths, statements }
}

/** A step is sent under one key until it is answered; in between the house may die, and what waits is delivered. */
function playedIn(run: Running): Play {
  return async <T>(request: Request) => {
    run.seen.keys += 1
    const keyed = { ...request, key: `seed-${run.seed}-${run.seen.keys}` }
    const answer = await sentUntilAnswered(run, keyed)
    run.seen.steps += 1
    if (answer.status >= 300) throw new Error(`${describe(keyed)} was refused: ${answer.text}`)
    run.sent.push({ request: keyed, answer })
    await sendAgain(run)
    await deliverUntilDone(run)
    return JSON.parse(answer.text) as T
  }
}

function calmlyIn({ house, seen, seed }: Running): Play {
  return async <T>(request: Request) => {
    seen.keys += 1
    const answer = await house.send({ ...request, key: `seed-${seed}-${seen.keys}` })
    if (answer === undefined || answer.status >= 300)
      throw new Error(`${describe(request)} was refused: ${answer?.text ?? 'no answer'}`)
    return JSON.parse(answer.text) as T
  }
}

async function sentUntilAnswered(run: Running, request: Request): Promise<Answer> {
  let answered: Answer | undefined
  await dyingOver(run, describe(request), async () => {
    const answer = await run.house.send(request)
    if (answer !== undefined && answer.status < 500) answered = answer
    return answered !== undefined
  })
  if (answered === undefined) throw new Error(`${describe(request)} was never answered`)
  return answered
}

function deliverUntilDone(run: Running): Promise<void> {
  return dyingOver(run, 'delivering', async () => {
    await run.house.ask('update outbox_delivery set next_at = clock_timestamp() where delivered_at is null')
    return run.house.deliver()
  })
}

/** Does a piece of work until it is done; the house dies over it, and nothing may be broken when it has. */
async function dyingOver(run: Running, what: string, work: () => Promise<boolean>): Promise<void> {
  for (let attempt = 1; attempt <= patience; attempt += 1) {
    const cut = nextCut(run, attempt)
    if (cut !== undefined) run.house.proxy.arm(cut)
    const isDone = await work()
    const { isCut, statements } = await run.house.proxy.heal()
    run.seen.statements += statements
    if (!isCut) {
      if (isDone) return
      throw new Error(`${what} was not done, and nothing stood in its way`)
    }
    run.seen.deaths += 1
    await run.house.reopen()
    const broken = await brokenPromises(run.house.ask)
    run.broken.push(
      ...broken.map((promise) => `${what}, ${cut?.place} statement ${cut?.statement}: ${promise}`),
    )
  }
  throw new Error(`${what} did not come to its end`)
}

/** Where the house dies next: at every statement one after the other, or once at one that chance names. */
function nextCut({ everywhere, draw, torn = false }: Running, attempt: number): Cut | undefined {
  if (everywhere === true) return { statement: attempt, place: 'after', torn }
  const isSpared = attempt > 2 || draw(5) < 3
  if (isSpared) return undefined
  return { statement: 1 + draw(mostStatements / 2), place: draw(2) === 0 ? 'before' : 'after', torn }
}

/** Something that was answered comes again under its key, and is answered the same; late under a new one it is refused. */
async function sendAgain(run: Running): Promise<void> {
  const earlier = run.sent[run.draw(run.sent.length)]
  if (earlier === undefined) return
  const { request, answer } = earlier
  const again = await run.house.send(request)
  if (again?.text !== answer.text) note(run, request, 'again under its key', again)
  if (request.body !== undefined && 'version' in request.body) await sendLate(run, request)
}

async function sendLate(run: Running, request: Request): Promise<void> {
  run.seen.keys += 1
  const late = await run.house.send({ ...request, key: `seed-${run.seed}-${run.seen.keys}` })
  if (late?.status !== 409) note(run, request, 'late', late)
}

function note({ broken }: Running, request: Request, how: string, answer: Answer | undefined): void {
  broken.push(`${describe(request)} ${how}: ${answer === undefined ? 'no answer' : answer.text}`)
}

function describe({ who, method = 'POST', url }: Request): string {
  return `${who} ${method} ${url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}`
}
