/**
 * Open311 GeoReport v2: existing clients list what can be said, say it, and follow it. What they read of an issue is its
 * state and the published answer; the words of an asker are given to nobody.
 *
 * @see https://wiki.open311.org/GeoReport_v2/
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { anonymous } from '@guanjia/core/access'
import { isOver } from '@guanjia/core/feedback'
import { readPlainBody } from '../../platform/http/plain-body.ts'
import { fileIssue } from '../commands/filing-command.ts'
import { authorityNamed, type FeedbackPorts } from '../feedback-ports.ts'
import { topicNamed } from '../reading/issue-lists.ts'
import { feedbackTables, type IssueRow } from '../store/feedback-tables.ts'
import { type Open311Answer, writtenAnswer } from './open311-answers.ts'

const mostBytes = 32 * 1024
const mostListed = 50
const span = 90 * 86_400_000
const place = /^\/open311\/v2\/(services|requests)(?:\/([\w-]{1,40}))?\.(json|xml)$/

/** Answers the requests below `/open311`. */
export function open311Handler(ports: FeedbackPorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://open311')
    const [, thing, id, format] = place.exec(url.pathname) ?? []
    const answer = await answerTo(ports, { request, url, thing, id })
    const { type, body } = writtenAnswer(answer, format === 'xml' ? 'xml' : 'json')
    response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
  }
}

interface Asked {
  readonly request: IncomingMessage
  readonly url: URL
  readonly thing: string | undefined
  readonly id: string | undefined
}

async function answerTo(ports: FeedbackPorts, { request, url, thing, id }: Asked): Promise<Open311Answer> {
  const { method } = request
  if (thing === 'services' && id === undefined && method === 'GET') return services(ports)
  if (thing === 'requests' && id === undefined && method === 'POST') return post(ports, request)
  if (thing === 'requests' && method === 'GET') return requests(ports, url.searchParams, id)
  return fault(404, 'no such resource')
}

function fault(status: number, description: string): Open311Answer {
  return { status, root: 'errors', item: 'error', records: [{ code: status, description }] }
}

function services({ content }: FeedbackPorts): Open311Answer {
  const records = content.topics.map(({ id, name, hint }) => ({
    service_code: id,
    service_name: name['zh-CN'],
    description: hint['zh-CN'],
    metadata: false,
    type: 'realtime',
    keywords: hint['zh-CN'],
    group: content.kinds.appeal['zh-CN'],
  }))
  return { status: 200, root: 'services', item: 'service', records }
}

/** What came: a form as the standard says, or JSON as many clients send it. */
async function fieldsOf(request: IncomingMessage): Promise<ReadonlyMap<string, string> | undefined> {
  const text = await readPlainBody(request, mostBytes)
  if (text === undefined) return undefined
  if (!(request.headers['content-type'] ?? '').includes('json')) return new Map(new URLSearchParams(text))
  try {
    const read: unknown = JSON.parse(text)
    return new Map(Object.entries(read as object).map(([name, value]) => [name, String(value)]))
  } catch {
    return undefined
  }
}

function pointOf(fields: ReadonlyMap<string, string>) {
  const [latitude, longitude] = [Number(fields.get('lat') || 'none'), Number(fields.get('long') || 'none')]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

/** What a form says, cut to what a field takes. */
interface Posted {
  readonly topic: string | undefined
  readonly words: string | undefined
  readonly place: string | undefined
  readonly point: ReturnType<typeof pointOf>
  readonly phone: string | undefined
  readonly name: string | undefined
}

function postedIn(fields: ReadonlyMap<string, string>): Posted {
  const text = (name: string, most: number) => fields.get(name)?.trim().slice(0, most) || undefined
  return {
    topic: text('service_code', 40),
    words: text('description', 2000),
    place: text('address_string', 200),
    point: pointOf(fields),
    phone: text('phone', 30),
    name: `${text('last_name', 30) ?? ''}${text('first_name', 30) ?? ''}` || undefined,
  }
}

const phoneForm = /^\+?[\d -]{7,20}$/
const fewestCharacters = 5

/** The name of the field that is missing or wrong. */
function missingOf({ topic, words = '', place, point, phone = '' }: Posted): string | undefined {
  if (topic === undefined) return 'service_code'
  if (words.length < fewestCharacters) return 'description'
  if (place === undefined && point === undefined) return 'lat/long or address_string'
  return phoneForm.test(phone) ? undefined : 'phone'
}

async function post(ports: FeedbackPorts, request: IncomingMessage): Promise<Open311Answer> {
  const fields = await fieldsOf(request)
  if (fields === undefined) return fault(400, 'the body could not be read')
  const posted = postedIn(fields)
  const missing = missingOf(posted)
  if (missing !== undefined) return fault(400, `${missing} was not provided`)
  const { topic = '', words = '' } = posted
  const id = ports.newId()
  const how = {
    kind: 'appeal',
    source: 'open311',
    intake: 'open311',
    askerId: null,
    recordedBy: null,
  } as const
  const filing = { ...posted, ...how, id, topic, words }
  const correlationId = ports.newId()
  const command = { name: 'feedback.file', subject: id, principal: anonymous, correlationId, legal: true }
  const filed = await ports.runCommand(command, (context) => fileIssue(ports, context, filing))
  if (!filed.ok) return fault(filed.code === 'topic-not-listed' ? 404 : 400, filed.code)
  const record = { service_request_id: filed.value.number, service_notice: null, account_id: null }
  return { status: 201, root: 'service_requests', item: 'request', records: [record] }
}

async function requests(
  ports: FeedbackPorts,
  asked: URLSearchParams,
  id: string | undefined,
): Promise<Open311Answer> {
  const ids = id === undefined ? asked.get('service_request_id')?.split(',').slice(0, mostListed) : [id]
  const to = dateOf(asked.get('end_date')) ?? ports.clock.now()
  const from = dateOf(asked.get('start_date')) ?? new Date(to.getTime() - span)
  const status = asked.get('status')
  const code = asked.get('service_code')
  const rows = await feedbackTables(ports.database)
    .selectFrom('issue')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('number', 'in', ids ?? []))
    .$if(ids === undefined, (query) => query.where('filed_at', '>=', from).where('filed_at', '<=', to))
    .$if(code !== null, (query) => query.where('topic', '=', code ?? ''))
    .$if(status === 'open', (query) => query.where('situation', 'not in', ['closed', 'merged', 'signposted']))
    .$if(status === 'closed', (query) => query.where('situation', 'in', ['closed', 'merged', 'signposted']))
    .orderBy('filed_at', 'desc')
    .limit(mostListed)
    .execute()
  if (id !== undefined && rows.length === 0) return fault(404, 'service_request_id not found')
  const records = rows.map((row) => recordOf(ports, row))
  return { status: 200, root: 'service_requests', item: 'request', records }
}

function dateOf(text: string | null): Date | undefined {
  const date = text === null ? undefined : new Date(text)
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date
}

function recordOf(ports: FeedbackPorts, row: IssueRow) {
  const { dispatch } = row.state
  return {
    service_request_id: row.number,
    status: isOver(row) ? 'closed' : 'open',
    status_notes: row.public_answer,
    service_name: topicNamed(ports, row.topic)['zh-CN'],
    service_code: row.topic,
    description: row.public_question,
    agency_responsible: dispatch === null ? null : authorityNamed(ports, dispatch.lead).name['zh-CN'],
    service_notice: null,
    requested_datetime: row.filed_at.toISOString(),
    updated_datetime: row.updated_at.toISOString(),
    expected_datetime: row.next_due === null ? null : `${row.next_due}T00:00:00+08:00`,
    address: null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  }
}
