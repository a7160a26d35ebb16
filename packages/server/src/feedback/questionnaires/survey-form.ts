/**
 * A questionnaire answered as a plain form: what a browser sends that runs no script. It is taken like any other answer, and
 * the browser is sent on to a page that says what became of it.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerSurvey } from '@guanjia/contract/feedback'
import { readPlainBody } from '../../platform/http/plain-body.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { answerFor } from './questionnaire-routes.ts'

const mostBytes = 32 * 1024
const place = /^((?:\/en)?\/survey)\/([\w-]{1,40})$/
/** fields of the form that are no answers */
const own = new Set(['group', 'wants-reply', 'phone'])

/** Answers the forms. */
export function surveyForm(ports: QuestionnairePorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://form')
    const [, base = '/survey', token = ''] = place.exec(pathname) ?? []
    const said = new URLSearchParams({ said: await outcomeOf(ports, request, token) })
    const location = token === '' ? '/' : `${base}/${token}?${said.toString()}`
    response.writeHead(303, { location, 'cache-control': 'no-store' }).end()
  }
}

/** What the next page says: the number of the issue, `thanks`, or the code of the refusal. */
async function outcomeOf(
  ports: QuestionnairePorts,
  request: IncomingMessage,
  token: string,
): Promise<string> {
  const text = await readPlainBody(request, mostBytes)
  const body = answerSurvey.body?.safeParse(sentIn(new URLSearchParams(text ?? '')))
  if (text === undefined || body?.success !== true) return 'answer-missing'
  const sent = { correlationId: ports.newId(), key: undefined }
  const taken = await answerFor(ports, sent, { token, ...body.data })
  if (!taken.ok) return taken.code
  return taken.value.issue ?? 'thanks'
}

/** The fields of the form as the contract has them; what is ticked more than once is a list. */
function sentIn(fields: URLSearchParams) {
  const group = fields.get('group')
  const names = [...new Set(fields.keys())].filter((name) => !own.has(name))
  const answers = names.map((name) => {
    const values = fields.getAll(name)
    return [name, values.length > 1 ? values : (values[0] ?? '')] as const
  })
  const phone = fields.get('phone')?.trim() ?? ''
  return {
    answers: Object.fromEntries(answers),
    ...(group === null ? {} : { group }),
    ...(fields.has('wants-reply') ? { reply: { phone } } : {}),
  }
}
