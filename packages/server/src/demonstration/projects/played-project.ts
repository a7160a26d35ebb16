/**
 * A project of a demonstration, played day by day through the API: the plan, visits, commitments, cases, reports.
 */

import { randomUUID } from 'node:crypto'
import { addDays, type PlainDate, plainDate, type WorkingCalendar } from '@guanjia/core/calendar'
import type { Catalogue } from '@guanjia/core/catalogue'
import { type Plan, projectPlan } from '@guanjia/core/planning'
import type { Facts } from '@guanjia/core/rules'
import type { PlayedClock, Send } from './people-at-work.ts'
import { acceptCase, askCorrection, grantCase, handIn, type Parts } from './played-case.ts'
import { latestStart, type PlayedStep, playedSteps } from './played-plan.ts'
import type { DemonstrationProject } from './projects-content.ts'

/** What a project is played with. */
export interface Playing {
  readonly send: Send
  readonly clock: PlayedClock
  readonly catalogue: Catalogue
  readonly calendar: WorkingCalendar
  readonly parts: Omit<Parts, 'owner'>
  readonly today: PlainDate
  /** does what the events of a day start elsewhere */
  readonly settle: () => Promise<void>
}

/** A project with its days. */
export interface DatedProject {
  readonly project: DemonstrationProject
  readonly start: PlainDate
  readonly steps: readonly PlayedStep[]
}

const mostDaysBack = 400

/** When a project began so that it stands today where its content says. */
export function datedProject(
  { catalogue, calendar, today }: Pick<Playing, 'catalogue' | 'calendar' | 'today'>,
  project: DemonstrationProject,
): DatedProject | undefined {
  const stepsFrom = (start: PlainDate) =>
    playedSteps({
      plan: planFrom({ catalogue, calendar }, project, start),
      calendar,
      start,
      slips: project.slips,
    })
  const { after, naturalDays } = project.today
  const isReached = (start: PlainDate) => {
    const step = stepsFrom(start).find(({ id }) => id === after)
    return step !== undefined && step.finished <= addDays(today, -naturalDays)
  }
  const start = latestStart(today, isReached, { within: mostDaysBack })
  return start === undefined ? undefined : { project, start, steps: stepsFrom(start) }
}

function planFrom(
  { catalogue, calendar }: Pick<Playing, 'catalogue' | 'calendar'>,
  { facts, sign }: DemonstrationProject,
  start: PlainDate,
): Plan {
  const signed = sign?.commitments ?? []
  const known = { ...(facts as Facts), ...(signed.length > 0 ? { 'tender.candidatePublished': true } : {}) }
  const plan = projectPlan(catalogue, calendar, { facts: known, view: 'project', start, signed })
  if (!plan.ok) throw new Error(`the demonstration has no plan: ${plan.code}`)
  return plan.value
}

/** Plays it up to yesterday. */
export async function playProject(playing: Playing, dated: DatedProject): Promise<void> {
  const { project, start } = dated
  const { clock, send, today } = playing
  clock.set(morningOf(start))
  const { owner, name, kind, facts } = project
  const { id } = await send<{ id: string }>(owner, 'POST', '/api/projects', { name, kind, facts })
  await send(owner, 'POST', `/api/projects/${id}/plans`, { start })
  const days = [...new Set([...daysOf(dated), ...contactDays(dated)])].toSorted()
  for (const day of days.filter((one) => one < today)) {
    clock.set(morningOf(day))
    await playDay(playing, dated, { projectId: id, day: plainDate(day) })
    await playing.settle()
  }
}

function daysOf({ steps }: DatedProject): readonly PlainDate[] {
  return steps.flatMap(({ started, finished }) => [started, finished])
}

function contactDays({ project, start }: DatedProject): readonly PlainDate[] {
  return project.contacts.map(({ on }) => addDays(start, on))
}

/** Ten o'clock in the zone's morning. */
function morningOf(day: PlainDate): Date {
  return new Date(`${day}T02:00:00Z`)
}

interface Day {
  readonly projectId: string
  readonly day: PlainDate
}

async function playDay(playing: Playing, dated: DatedProject, day: Day): Promise<void> {
  const { project, steps } = dated
  for (const step of steps) {
    const isCase = project.cases.some(({ service }) => service === step.id)
    if (isCase) await playCase(playing, project, { ...day, step })
    else if (step.finished === day.day || step.started === day.day)
      await report(playing, project, { ...day, step })
  }
  if (project.sign && steps.find(({ id }) => id === project.sign?.after)?.finished === day.day)
    await sign(playing, project, day)
  await meet(playing, dated, day)
}

interface StepOfDay extends Day {
  readonly step: PlayedStep
}

const ownLanes = new Set(['applicant', 'agency', 'utility', 'trading-centre'])

/** What the applicant begins and ends they report; what was decided outside of the house their steward records. */
async function report(
  { send }: Playing,
  { owner }: DemonstrationProject,
  { projectId, day, step: { id, lane, started, finished } }: StepOfDay,
): Promise<void> {
  const who = ownLanes.has(lane) ? owner : await stewardOf(send, owner, projectId)
  const body = { startedOn: started, finishedOn: finished <= day ? finished : null }
  await send(who, 'POST', `/api/projects/${projectId}/steps/${id}/progress`, body)
}

async function playCase(
  { send, parts: others }: Playing,
  { owner, cases }: DemonstrationProject,
  { projectId, day, step: { id: service, started, finished } }: StepOfDay,
): Promise<void> {
  const played = cases.find((one) => one.service === service)
  if (played === undefined) return
  const parts = { ...others, owner }
  if (started === day) {
    const caseId = await handIn(send, parts, { projectId, service })
    if (played.correcting !== undefined)
      return askCorrection(send, parts, { caseId, what: played.correcting })
    await acceptCase(send, parts, caseId)
  }
  if (finished !== day || played.correcting !== undefined) return
  const { caseId } = await send<{ caseId: string }>(
    owner,
    'POST',
    `/api/projects/${projectId}/steps/${service}/case`,
    {},
  )
  await grantCase(send, parts, { caseId, basis: played.basis })
}

async function sign(
  { send }: Playing,
  { owner, sign: wish }: DemonstrationProject,
  { projectId }: Day,
): Promise<void> {
  const commitments = wish?.commitments ?? []
  const url = `/api/projects/${projectId}/commitments`
  const { digest } = await send<{ digest: string }>(
    owner,
    'GET',
    `${url}/letter?commitments=${commitments.join(',')}`,
  )
  const confirmed = ['tender.candidatePublished']
  await send(owner, 'POST', url, { commitments, confirmed, documentDigest: digest })
}

interface Stewarded {
  readonly stewards: readonly { readonly name: string; readonly duty: string }[]
}

/** The log-in of the primary steward: the names of stewards differ in a demonstration. */
async function stewardOf(send: Send, owner: string, projectId: string): Promise<string> {
  const { stewards } = await send<Stewarded>(owner, 'GET', `/api/projects/${projectId}`)
  return stewards.find(({ duty }) => duty === 'primary')?.name ?? ''
}

/** What the steward and the company spoke about that day. */
async function meet(
  { send, clock }: Playing,
  { project, start }: DatedProject,
  { projectId, day }: Day,
): Promise<void> {
  const spoken = project.contacts.filter(({ on }) => addDays(start, on) === day)
  if (spoken.length === 0) return
  const steward = await stewardOf(send, project.owner, projectId)
  for (const { on: _on, ...contact } of spoken) {
    const at = clock.now().toISOString()
    const body = { id: randomUUID(), by: 'steward', at, ...contact }
    await send(steward, 'POST', `/api/projects/${projectId}/contacts`, body)
  }
}
