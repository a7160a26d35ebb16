/**
 * Issues as the tests of the register file them and read them back.
 */

import type { Browser } from '../test-app/index.ts'

/** An issue after an act. */
export interface Moved {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly situation: string
}

/** An issue as the desk reads it. */
export interface IssueView extends Moved {
  readonly clocks: readonly { readonly kind: string; readonly due: string; readonly light: string }[]
  readonly acts: readonly string[]
  readonly happenings: readonly { readonly type: string }[]
}

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Somebody needs water. */
export const water = {
  kind: 'appeal',
  topic: 'utilities',
  words: '河东路9号厂房反复停水，影响生产',
  name: '刘先生',
  phone: '13900000001',
}

/** The answer to an act; a refusal ends the test. */
export async function moved<T = Moved>(answer: ReturnType<Browser['post']>): Promise<T> {
  const { status, json } = await answer
  const body = json() as T & { readonly code?: string; readonly detail?: string }
  if (status >= 300) throw new Error(`${status} ${body.code}: ${body.detail}`)
  return body
}

/** The code of a refusal. */
export async function codeOf(answer: ReturnType<Browser['post']>): Promise<string> {
  return ((await answer).json() as { readonly code: string }).code
}

/** An issue as somebody of the desk reads it. */
export async function view(who: Browser, id: string): Promise<IssueView> {
  return (await who.get(`/api/voice/issues/${id}`)).json() as IssueView
}

/** The address of an act. */
export const at = (id: string, act: string) => `/api/voice/issues/${id}/${act}`

/** A photo that somebody has sent. */
export async function keptPhoto(who: Browser): Promise<string> {
  const { id } = await moved<{ id: string }>(who.post('/api/voice/photos', { bytes: picture }))
  return id
}
