/**
 * Mail by code: fetched as cipher text, opened here; what is written back is sealed here.
 */

import type { Mailbox, MailboxBox, MailboxStatus } from '@guanjia/contract/leads/intake'
import {
  type Opener,
  openEnvelope,
  parseReceiptCode,
  receiptSecrets,
  sealEnvelope,
  unwrapPrivateKey,
} from '@guanjia/core/leads'
import { send } from './exchange.ts'
import { all, Fault, onClick, onSubmit, show, valueOf, write } from './page-parts.ts'

interface Sitting {
  readonly lookup: string
  readonly mailbox: Mailbox
  readonly status: MailboxStatus
  readonly reporter: Opener
}

/** Takes the form over. */
export function openMailbox(form: HTMLFormElement): void {
  onSubmit(form, async () => {
    const code = valueOf(form, 'code')
    const sitting = await look(code, 0)
    form.reset()
    show('asking', false)
    show('opened', true)
    await shown(sitting)
    let page = 0
    for (const button of all<HTMLButtonElement>('[data-earlier]')) {
      onClick(button, async () => {
        await shown(await look(code, page + 1))
        page += 1
      })
    }
    for (const say of all<HTMLFormElement>('form[data-say]')) {
      onSubmit(say, async () => {
        // looked at afresh: the handlers may have changed while the words were written
        await sayTo(await look(code, 0), valueOf(say, 'words'))
        say.reset()
        page = 0
        await shown(await look(code, 0))
      })
    }
  })
}

async function look(typed: string, page: number): Promise<Sitting> {
  const code = parseReceiptCode(typed)
  if (!code.ok) throw new Fault('凭证码没有抄对。请对照您记下的20位，一组一组核对。')
  const { lookup, keySecret } = await receiptSecrets(crypto, code.value)
  const mailbox = await send<Mailbox>('/api/mailbox', { lookup, page })
  const privateKey = await unwrapPrivateKey(crypto, keySecret, mailbox.wrappedKey)
  const reporter = privateKey && { keyId: mailbox.keyId, publicKey: mailbox.publicKey, privateKey }
  const status = reporter && (await opened(mailbox, mailbox.status, reporter))
  if (reporter === undefined || status === undefined)
    throw new Fault('没有可以显示的内容。请对照您记下的20位，一组一组核对。')
  return { lookup, mailbox, reporter, status: JSON.parse(status) as MailboxStatus }
}

async function opened({ leadId }: Mailbox, { id, content, sealed }: MailboxBox, reporter: Opener) {
  const envelope = { content, wraps: [{ keyId: reporter.keyId, sealed }] }
  const plain = await openEnvelope(crypto, { leadId, part: `message/${id}` }, envelope, reporter)
  return plain && new TextDecoder().decode(plain)
}

const steps = { received: '已收到，等待承办人打开。', 'in-work': '承办人正在办理。', over: '已经办结。' }

async function shown({ mailbox, status, reporter }: Sitting): Promise<void> {
  write('step', `${status.receivedOn} 提交。${steps[status.step]}`)
  write('digest', status.digest)
  write(
    'kept',
    status.publishedOn === null
      ? '您的密文摘要将在下一个整理日写入公开账本；写入后，密文被删改能查出来。'
      : `您的密文摘要已于 ${status.publishedOn} 写入公开账本；在账本里找到这一串，就说明密文还在、没有被改。`,
  )
  show('earlier', status.isMore)
  const notes = await Promise.all(
    status.messages.toReversed().map(async ({ id, by, on }) => {
      const box = mailbox.messages.find((candidate) => candidate.id === id)
      return noteElement(by, on, (box && (await opened(mailbox, box, reporter))) ?? '')
    }),
  )
  for (const place of all('[data-notes]')) {
    place.replaceChildren(...notes)
    if (notes.length === 0) place.textContent = '还没有消息。'
  }
}

function noteElement(by: 'reporter' | 'handler', on: string, text: string): HTMLElement {
  const note = document.createElement('div')
  note.className = by === 'handler' ? 'note theirs' : 'note'
  const head = document.createElement('small')
  head.textContent = `${by === 'handler' ? '承办人' : '您'} · ${on}`
  note.append(head, text)
  return note
}

async function sayTo({ lookup, mailbox, status, reporter }: Sitting, words: string): Promise<void> {
  const id = crypto.randomUUID()
  const plain = new TextEncoder().encode(words)
  const place = { leadId: mailbox.leadId, part: `message/${id}` } as const
  const envelope = await sealEnvelope(crypto, place, plain, [...status.readers, reporter])
  await send('/api/messages', { lookup, id, envelope })
}
