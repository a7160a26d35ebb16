/**
 * A request that is answered with a paper: the paper as an address that this browser can open.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { unreachableTexts } from '../texts/unreachable.ts'
import type { Called } from './call.ts'

/** Sends once: a code for one print is used up by the request that arrives. */
export async function sendForPaper(url: string, body: object): Promise<Called<string>> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
  const headers = {
    'content-type': 'application/json',
    'accept-language': language,
    'idempotency-key': crypto.randomUUID(),
  }
  try {
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    if (answer.ok) return { ok: true, value: URL.createObjectURL(await answer.blob()) }
    return { ok: false, problem: (await answer.json()) as ProblemDocument }
  } catch {
    const text = unreachableTexts[language]
    const problem = {
      type: '/problems/unreachable',
      ...text,
      status: 0,
      code: 'unreachable',
      correlationId: '',
    }
    return { ok: false, problem }
  }
}
