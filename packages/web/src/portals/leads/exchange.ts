/**
 * Requests of the script: each is paid for with a little calculating.
 */

import { solveWork, type WorkTask } from '@guanjia/core/leads'
import { Fault } from './page-parts.ts'

const settings = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const

/** Sends something and gives the answer; throws a fault with words where it was not taken. */
export async function send<Answer>(path: string, said: object): Promise<Answer> {
  const task = (await (await fetch('/api/work', settings)).json()) as WorkTask
  const work = { stamp: task.stamp, number: await solveWork(crypto, task) }
  const response = await fetch(path, {
    ...settings,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ work, ...said }),
  })
  return await taken<Answer>(response)
}

/** Asks for what everybody may know; throws a fault with words where there is none. */
export async function ask<Answer>(path: string): Promise<Answer> {
  return await taken<Answer>(await fetch(path, settings))
}

async function taken<Answer>(response: Response): Promise<Answer> {
  const answer = (await response.json()) as Answer & { readonly words?: string }
  if (!response.ok) throw new Fault(answer.words)
  return answer
}
