/**
 * Plays the lights of a demonstration: a signing, what came of the projects since, and the orders that followed.
 */

import { addDays, type PlainDate } from '@guanjia/core/calendar'
import type { Database } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { recordLandSupply } from '../../supervision/index.ts'
import type { PlayedClock, Send } from '../projects/people-at-work.ts'
import type { LightAct, LightScript } from './lights-content.ts'

/** What the lights are played with. */
export interface LightPlaying {
  readonly send: Send
  readonly clock: PlayedClock
  readonly database: Database
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly settle: () => Promise<void>
  /** the day the demonstration stands at */
  readonly asOf: PlainDate
}

const base = '/api/supervision'

/** Plays the script, day by day. */
export async function playLights(playing: LightPlaying, script: LightScript): Promise<void> {
  const { clock, asOf } = playing
  clock.set(noonOf(addDays(asOf, script.signing.on)))
  const ids = await sign(playing, script)
  const acts = script.acts.toSorted((one, other) => one.on - other.on)
  let on = script.signing.on
  for (const act of acts) {
    if (act.on !== on) {
      on = act.on
      clock.set(noonOf(addDays(asOf, on)))
      await look(playing)
    }
    await perform({ ...playing, script, id: ids.get(act.project) ?? '' }, act)
  }
  await recordContracts(playing, script)
}

/** Noon in the zone: a day is long enough for all its acts. */
function noonOf(day: PlainDate): Date {
  return new Date(`${day}T04:00:00Z`)
}

/** Lights turn by the day: the look of that morning. */
async function look({ database, jobs, settle }: LightPlaying): Promise<void> {
  await database.transaction().execute((tx) => jobs.enqueue(tx, 'supervision.look', {}))
  await settle()
}

async function sign({ send, asOf }: LightPlaying, { clerk, signing }: LightScript) {
  const { on, document, projects } = signing
  const body = {
    on: addDays(asOf, on),
    document,
    projects: projects.map(({ plans, ...project }) => ({
      ...project,
      plans: {
        land: addDays(asOf, plans.land),
        start: addDays(asOf, plans.start),
        completion: addDays(asOf, plans.completion),
      },
    })),
  }
  const answer = await send<{ projects: { id: string }[] }>(clerk, 'POST', `${base}/signings`, body)
  return new Map(projects.map(({ name }, place) => [name, answer.projects[place]?.id ?? '']))
}

interface Acting extends LightPlaying {
  readonly script: LightScript
  readonly id: string
}

interface Page {
  readonly orders: readonly { readonly id: string; readonly node: string; readonly state: string }[]
  readonly pauses: readonly { readonly id: string; readonly node: string }[]
}

/** Projects of stewards that a supervised one may be linked with. */
interface Choices {
  readonly choices: readonly { readonly id: string; readonly name: string }[]
}

interface Linking extends Pick<Acting, 'send' | 'id'> {
  readonly clerk: string
}

async function link({ send, clerk, id }: Linking, name: string): Promise<void> {
  const path = `${base}/projects/${id}/link`
  const { choices } = await send<Choices>(clerk, 'GET', path)
  const project = choices.find((one) => one.name === name)
  if (project === undefined) throw new Error(`the script links ${name}, which nobody sees through`)
  await send(clerk, 'POST', path, { projectId: project.id })
}

async function perform({ send, script, id, asOf }: Acting, act: LightAct): Promise<void> {
  const { clerk, lead, unit } = script
  const day = addDays(asOf, act.on)
  const node = `${base}/projects/${id}/nodes/${act.node}`
  const page = () => send<Page>(clerk, 'GET', `${base}/projects/${id}`)
  const pauseOfNode = async () => (await page()).pauses.find((one) => one.node === act.node)?.id ?? ''
  const orderIn = async (state: string) =>
    (await page()).orders.find((order) => order.node === act.node && order.state === state)?.id ?? ''
  switch (act.do) {
    case 'done':
      return send(clerk, 'POST', `${node}/done`, { on: day, document: act.document })
    case 'pause':
      return send(clerk, 'POST', `${node}/pauses`, { from: day, document: act.document })
    case 'consent':
      return send(lead, 'POST', `${base}/pauses/${await pauseOfNode()}/answer`, { consent: true })
    case 'cause':
      return send(clerk, 'POST', `${node}/cause`, { cause: act.cause, note: act.note })
    case 'decide':
      return send(lead, 'POST', `${node}/suggestion`, { decision: act.decision, reason: act.reason })
    case 'order':
      return send(clerk, 'POST', `${base}/orders/${await orderIn('drafted')}/issue`, {
        level: 'blue',
        words: act.words,
        answerBy: addDays(day, act.answerAfter),
      })
    case 'answer':
      return send(unit, 'POST', `${base}/orders/${await orderIn('issued')}/answer`, { answer: act.answer })
    case 'link':
      return link({ send, clerk, id }, act.to)
  }
}

/** The land contracts of the projects that have their land: what the register of another authority would have sent. */
async function recordContracts({ database, asOf }: LightPlaying, { signing, acts, land }: LightScript) {
  const contracts = land.contracts.flatMap(({ contract, project: name }) => {
    const project = signing.projects.find((one) => one.name === name)
    const given = acts.find((act) => act.project === name && act.node === 'land' && act.do === 'done')
    if (project === undefined || given === undefined) return []
    const { company, sector, park, landSquareMetres, plans } = project
    return [
      {
        contract,
        project: name,
        company,
        sector,
        park,
        use: '工业用地',
        squareMetres: landSquareMetres,
        suppliedOn: addDays(asOf, given.on),
        startBy: addDays(asOf, plans.start),
        completeBy: addDays(asOf, plans.completion),
      },
    ]
  })
  await recordLandSupply(database, contracts)
}
