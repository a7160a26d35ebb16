/**
 * The form of a report: drawn anew, sealed to those who read at that moment, sent; then the code, once.
 */

import {
  codeChanceBytes,
  codeInGroups,
  type Halves,
  identityText,
  keyIdOf,
  makeKeyPair,
  receiptCode,
  receiptSecrets,
  reportText,
  sealEnvelope,
  sealSplit,
  wrapPrivateKey,
} from '@guanjia/core/leads'
import { encodeBase64 } from '@guanjia/core/ledger'
import { ask, send } from './exchange.ts'
import { all, Fault, onSubmit, show, valueOf, write } from './page-parts.ts'
import { plainPhotos } from './plain-photos.ts'

/** Takes the form over. */
export function sealReports(form: HTMLFormElement): void {
  onSubmit(form, async () => {
    // asked for only now: the handlers may have changed while the report was written
    const about = encodeURIComponent(valueOf(form, 'about'))
    const readers = await ask<Halves>(`/api/readers?about=${about}`)
    const { code, report } = await sealed(form, readers)
    await send('/api/reports', report)
    form.reset()
    showReceipt(codeInGroups(code))
  })
}

async function sealed(form: HTMLFormElement, readers: Halves) {
  const id = crypto.randomUUID()
  const kind = valueOf(form, 'kind')
  const plain = utf8(reportText(await reportOf(form)))
  const envelope = await sealEnvelope(crypto, { leadId: id, part: 'content' }, plain, readers.handlers)
  const identity = kind === 'real-name' ? await sealedIdentity(form, id, readers) : {}
  const { code, lookup, reporter } = await newReporter()
  return {
    code,
    report: { id, kind, about: valueOf(form, 'about'), lookup, reporter, envelope, ...identity },
  }
}

async function reportOf(form: HTMLFormElement) {
  const files = new FormData(form).getAll('photos').filter((file) => file instanceof File && file.size > 0)
  return {
    text: valueOf(form, 'text'),
    when: valueOf(form, 'when'),
    where: valueOf(form, 'where'),
    who: valueOf(form, 'who'),
    isRetaliation: valueOf(form, 'retaliation') !== '',
    files: await plainPhotos(files as readonly File[]),
  }
}

async function sealedIdentity(form: HTMLFormElement, leadId: string, readers: Halves) {
  const name = valueOf(form, 'name')
  if (name === '') throw new Fault('实名反映请写姓名；不想写姓名，请回到首页选匿名反映。')
  const text = identityText({ name, phone: valueOf(form, 'phone'), address: valueOf(form, 'address') })
  return { identity: await sealSplit(crypto, { leadId, part: 'identity' }, utf8(text), readers) }
}

async function newReporter() {
  const code = receiptCode(crypto.getRandomValues(new Uint8Array(codeChanceBytes)))
  if (code === undefined) throw new Error('64 bytes of chance hold 19 symbols')
  const { lookup, keySecret } = await receiptSecrets(crypto, code)
  const { publicKey, privateKey } = await makeKeyPair(crypto)
  const reporter = {
    keyId: await keyIdOf(crypto, publicKey),
    publicKey: encodeBase64(publicKey),
    wrappedKey: await wrapPrivateKey(crypto, keySecret, privateKey),
  }
  return { code, lookup, reporter }
}

function showReceipt(code: string): void {
  write('code', code)
  show('writing', false)
  show('receipt', true)
  for (const button of all<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(code).then(() => write('copy', '已复制'))
    })
  }
  scrollTo(0, 0)
}

function utf8(text: string) {
  return new TextEncoder().encode(text)
}
