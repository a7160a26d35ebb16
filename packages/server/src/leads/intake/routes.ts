/**
 * Everything that can be asked of the intake. Forms work in every browser; the paths under /api are for its own script.
 */

import { type Result, refuse } from '@guanjia/core/kernel'
import { codeInGroups } from '@guanjia/core/leads'
import { readersOf } from '../store/reader-keys.ts'
import type { Answered, Answering, Asked } from './door/door.ts'
import type { Form } from './door/form.ts'
import { canBeRead, type FilingRefusal, fileForm, fileSealed } from './filing/filing.ts'
import type { IntakePorts } from './intake-ports.ts'
import { inConstantTime, lookSealed, saySealed } from './mail/mailbox.ts'
import { openMail, sayPlainly } from './mail/opened-mail.ts'
import { gatePage, signpostPage } from './pages/gate-page.ts'
import { type Page, pageText } from './pages/layout.ts'
import { askForCodePage, mailPage } from './pages/mailbox-page.ts'
import { protectionPage } from './pages/protection-page.ts'
import { receiptPage } from './pages/receipt-page.ts'
import { faultWords, reportPage } from './pages/report-page.ts'
import { startPage } from './pages/start-page.ts'

type Handler = (ports: IntakePorts, asked: Asked) => Promise<Answered>

/** Answers for these ports. */
export function answering(ports: IntakePorts): Answering {
  return async (asked) => {
    const { script } = ports
    const isScript = script !== undefined && asked.path === `/leads.${script.sha256.slice(0, 16)}.js`
    if (isScript) return { status: 200, type: 'text/javascript', body: script.packed, isForEver: true }
    return await handlers[`${asked.method} ${asked.path}`]?.(ports, asked)
  }
}

const handlers: Readonly<Record<string, Handler | undefined>> = {
  'GET /': async (ports) => shown(ports, startPage()),
  'GET /report': async (ports, { query }) =>
    shown(ports, gatePage(ports.content, kindOf(query.get('kind') ?? ''))),
  'POST /report': async (ports, asked) => await withForm(ports, asked, passGate),
  'POST /report/send': async (ports, asked) => await withForm(ports, asked, sendReport),
  'GET /mailbox': async (ports) => shown(ports, askForCodePage()),
  'POST /mailbox': async (ports, asked) => await withForm(ports, asked, showMail),
  'POST /mailbox/say': async (ports, asked) => await withForm(ports, asked, say),
  'GET /protection': async (ports) => {
    const { script, houseOrigin } = ports
    const readers = await readersOf(ports.database, 'other')
    return shown(ports, protectionPage({ readers, script, houseOrigin }))
  },
  'GET /health': async () => ({ status: 200, type: 'text/plain', body: 'ok\n' }),
  'GET /api/work': async ({ stamps }) => told(stamps.task()),
  'GET /api/readers': async (ports, { query }) => await tellReaders(ports, query.get('about') ?? ''),
  'POST /api/reports': async (ports, { json }) => answered(await fileSealed(ports, await json())),
  'POST /api/mailbox': async (ports, { json }) => answered(await lookSealed(ports, await json())),
  'POST /api/messages': async (ports, { json }) => answered(await saySealed(ports, await json())),
}

async function withForm(
  ports: IntakePorts,
  asked: Asked,
  handle: (ports: IntakePorts, form: Form) => Promise<Answered>,
): Promise<Answered> {
  const form = await asked.form()
  if (form !== undefined) return await handle(ports, form)
  return {
    status: 413,
    type: 'text/plain',
    body: '提交的内容太大或读不出来，没有保存。请少选一张照片再试。\n',
  }
}

/** The gate: what belongs elsewhere is shown the way, and no word of it was written yet. */
async function passGate(ports: IntakePorts, form: Form): Promise<Answered> {
  const kind = kindOf(form.text('kind'))
  const elsewhere = ports.content.elsewhere.find(({ id }) => id === form.text('scope'))
  if (elsewhere !== undefined) return shown(ports, signpostPage(elsewhere))
  const about = ports.content.units.list.find(({ id }) => id === form.text('about'))
  if (about === undefined) return shown(ports, gatePage(ports.content, kind, true), 422)
  const readers = await readersOf(ports.database, about.id)
  const fault = canBeRead(readers, kind) ? {} : { fault: 'nobody-to-read' as const }
  return shown(ports, reportPage({ kind, about, readers, ...fault }))
}

/** Who reads what is about a unit now: the keys that the form named when it was opened may have changed since. */
async function tellReaders(ports: IntakePorts, id: string): Promise<Answered> {
  const about = ports.content.units.list.find((unit) => unit.id === id)
  return about === undefined ? answered(refuse('malformed')) : told(await readersOf(ports.database, about.id))
}

/** Waits instead of calculating, takes the report, shows the code once. */
async function sendReport(ports: IntakePorts, form: Form): Promise<Answered> {
  await pause(ports.pressure.waitMs())
  const filed = await fileForm(ports, form)
  if (filed.ok) return shown(ports, receiptPage(codeInGroups(filed.value.code)))
  const about = ports.content.units.list.find(({ id }) => id === form.text('about'))
  if (about === undefined) return shown(ports, gatePage(ports.content, kindOf(form.text('kind')), true), 422)
  const readers = await readersOf(ports.database, about.id)
  const kind = kindOf(form.text('kind'))
  return shown(ports, reportPage({ kind, about, readers, fault: filed.code, said: form.text }), 422)
}

async function showMail(ports: IntakePorts, form: Form): Promise<Answered> {
  await pause(ports.pressure.waitMs())
  return await inConstantTime(async () =>
    evenly(ports, mailPage(await openMail(ports, form.text('code'), pageOf(form)))),
  )
}

async function say(ports: IntakePorts, form: Form): Promise<Answered> {
  await pause(ports.pressure.waitMs())
  return await inConstantTime(async () => {
    await sayPlainly(ports, form.text('code'), form.text('words'))
    return evenly(ports, mailPage(await openMail(ports, form.text('code')), true))
  }, 800)
}

function pageOf(form: Form): number {
  const page = form.text('page')
  return /^\d{1,2}$/.test(page) ? Number(page) : 0
}

function kindOf(text: string): 'anonymous' | 'real-name' {
  return text === 'real-name' ? 'real-name' : 'anonymous'
}

function shown(ports: IntakePorts, page: Page, status = 200): Answered {
  return { status, type: 'text/html', body: pageText(ports, page) }
}

/** Bytes of every page that shows mail: the last messages of the longest kind fit, and nothing shows whether there are any. */
const evenBytes = 19_900

/** A page filled up to one length. */
function evenly(ports: IntakePorts, page: Page): Answered {
  const body = pageText(ports, page)
  const missing = Math.max(0, evenBytes - Buffer.byteLength(body) - '<!---->'.length)
  return { status: 200, type: 'text/html', body: `${body}<!--${'-'.repeat(missing)}-->` }
}

function told(value: object): Answered {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) }
}

function answered(result: Result<object | null, FilingRefusal>): Answered {
  if (result.ok) return told(result.value ?? {})
  const status = result.code === 'readers-changed' || result.code === 'work-missing' ? 409 : 422
  return { ...told({ code: result.code, words: faultWords[result.code] }), status }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
