/**
 * One round of the questionnaire of a demonstration: opened by the desk, answered by letter and by the open link.
 */

import { addDays } from '@guanjia/core/calendar'
import { assert } from '@guanjia/core/kernel'
import { passerBy } from '../projects/people-at-work.ts'
import type { DemonstrationListening } from './listening-content.ts'
import { momentOf, type PlayingListening, workingDayBefore } from './played-issue.ts'

type Questionnaire = DemonstrationListening['questionnaire']
type Answer = Questionnaire['answers'][number]

/** Links as the desk reads them. */
interface Links {
  readonly openLink: { readonly url: string } | null
  readonly letters: readonly { readonly url: string }[]
}

/** Plays the round. */
export async function playQuestionnaire(playing: PlayingListening, round: Questionnaire): Promise<void> {
  const { send, clock } = playing
  const { daysAgo, runsFor, answers, ...opened } = round
  const day = workingDayBefore(playing, daysAgo)
  if (day === undefined) return
  clock.set(momentOf(day, 30))
  const body = { ...opened, until: addDays(day, runsFor), hasOpenLink: true }
  const { id } = await send<{ id: string }>('diaodu', 'POST', '/api/questionnaires', body)
  const url = `/api/questionnaires/${id}`
  const links = {
    ...(await send<Pick<Links, 'openLink'>>('diaodu', 'GET', url)),
    ...(await send<Pick<Links, 'letters'>>('diaodu', 'GET', `${url}/letters`)),
  }
  for (const [place, { link, answer }] of answersWithLinks(links, answers).entries()) {
    clock.set(momentOf(day, 90 + place * 20))
    await send(passerBy, 'POST', `/api/survey/${tokenIn(link)}`, sentOf(answer))
  }
}

/** Every answer by letter takes a letter of its own; where too few firms had to be written to, the rest is left out. */
function answersWithLinks({ letters, openLink }: Links, answers: readonly Answer[]) {
  assert(openLink !== null, 'the round has an open link')
  const unused = [...letters]
  return answers.flatMap((answer) => {
    const link = answer.letter === true ? unused.shift() : openLink
    return link === undefined ? [] : [{ link: link.url, answer }]
  })
}

function tokenIn(url: string): string {
  return url.split('/').at(-1) ?? ''
}

function sentOf({ group, answers, phone }: Answer) {
  const texts = Object.entries(answers).map(([id, value]) => [
    id,
    typeof value === 'number' ? String(value) : value,
  ])
  return {
    ...(group === undefined ? {} : { group }),
    answers: Object.fromEntries(texts),
    ...(phone === undefined ? {} : { reply: { phone } }),
  }
}
