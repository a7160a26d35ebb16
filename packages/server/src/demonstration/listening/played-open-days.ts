/**
 * The round of open days of a demonstration: sessions on three days, what was asked there, and what became of it.
 */

import { assert } from '@guanjia/core/kernel'
import type { DemonstrationListening } from './listening-content.ts'
import { momentOf, type PlayingListening, playReply, workingDayBefore } from './played-issue.ts'

type OpenDays = DemonstrationListening['openDays']

interface Desk {
  readonly questions: readonly { readonly id: string; readonly issue: { readonly id: string } | null }[]
}

/** Plays the round. */
export async function playOpenDays(playing: PlayingListening, openDays: OpenDays): Promise<void> {
  const { send, clock } = playing
  const { round, hosts, daysAgo } = openDays
  const day = workingDayBefore(playing, daysAgo)
  if (day === undefined) return
  const url = `/api/open-days/${round}`
  clock.set(momentOf(day, 0))
  await send('diaodu', 'POST', '/api/open-days', { round, hosts })
  const sessions: string[] = []
  for (const session of openDays.sessions) {
    const body = { ...session, heldOn: day }
    const { id } = await send<{ id: string }>('diaodu', 'POST', `${url}/sessions`, body)
    sessions.push(id)
  }
  for (const [place, question] of openDays.questions.entries()) {
    clock.set(momentOf(day, 60 + place))
    const { reply, askCarrier, session, ...asked } = question
    const body = { ...asked, session: sessions[session] }
    const { id } = await send<{ id: string }>('diaodu', 'POST', `${url}/questions`, body)
    if (askCarrier === true) await send('diaodu', 'POST', `/api/open-days/questions/${id}/link`)
    if (reply === undefined) continue
    const issue = await issueOf(playing, url, id)
    await playReply(playing, { id: issue, day, officer: 'keji', reply })
  }
}

async function issueOf({ send }: PlayingListening, url: string, question: string): Promise<string> {
  const { questions } = await send<Desk>('diaodu', 'GET', `${url}/desk`)
  const issue = questions.find(({ id }) => id === question)?.issue
  assert(issue != null, 'what was not answered on the spot is an issue')
  return issue.id
}
