/**
 * Takes reports in: sealed by the browser, or sealed here from a form. Either way the schema of leads hears cipher text.
 */

import { sealedReport } from '@guanjia/contract/leads/intake'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Halves, Wrap } from '@guanjia/core/leads'
import { readersOf } from '../../store/reader-keys.ts'
import { takeIn } from '../../store/taking-in.ts'
import type { Form } from '../door/form.ts'
import type { IntakePorts } from '../intake-ports.ts'
import { type FormFault, sealForm } from './form-report.ts'
import { makeReporter } from './reporter.ts'

/** Why nothing was taken in. */
export type FilingRefusal = FormFault | 'malformed' | 'work-missing' | 'nobody-to-read' | 'readers-changed'

/** What the reporter needs: the code, where it was made here, and the digest to look for in the ledger. */
export interface Filed {
  readonly code: string
  readonly kind: 'anonymous' | 'real-name'
}

/** Whether a report about this unit can be read by anybody at all. */
export function canBeRead({ handlers, keepers }: Halves, kind: Filed['kind']): boolean {
  return handlers.length > 0 && (kind === 'anonymous' || keepers.length > 0)
}

/** Takes a report that the browser sealed; the receipt stays with the browser. */
export async function fileSealed(ports: IntakePorts, said: unknown): Promise<Result<null, FilingRefusal>> {
  const read = sealedReport.safeParse(said)
  if (!read.success) return refuse('malformed')
  const { work, lookup, about, kind, identity, envelope, ...report } = read.data
  if ((kind === 'real-name') !== (identity !== undefined) || !isUnit(ports, about)) return refuse('malformed')
  if (!(await ports.stamps.accept(work))) return refuse('work-missing')
  const readers = await readersOf(ports.database, about)
  if (!canBeRead(readers, kind)) return refuse('nobody-to-read')
  const isForAll =
    isSealedTo(envelope.wraps, readers.handlers) &&
    (identity === undefined ||
      (isSealedTo(identity.handlerWraps, readers.handlers) &&
        isSealedTo(identity.keeperWraps, readers.keepers)))
  if (!isForAll) return refuse('readers-changed')
  const lead = {
    id: report.id,
    kind,
    about,
    sealedBy: 'browser' as const,
    receivedOn: ports.today(),
    receiptHash: await ports.hashReceipt(lookup),
    reporter: report.reporter,
    envelope,
    identity,
  }
  await takeIn(ports.database, lead, ports.newId())
  ports.pressure.note('filed')
  return accept(null)
}

/** Takes a form that came as it was written. */
export async function fileForm(ports: IntakePorts, form: Form): Promise<Result<Filed, FilingRefusal>> {
  const about = form.text('about')
  const kind = form.text('kind') === 'real-name' ? 'real-name' : 'anonymous'
  if (!isUnit(ports, about)) return refuse('malformed')
  const readers = await readersOf(ports.database, about)
  if (!canBeRead(readers, kind)) return refuse('nobody-to-read')
  const id = ports.newId()
  const sealed = await sealForm({ id, kind, form, readers })
  if (!sealed.ok) return sealed
  const { code, lookup, keys } = await makeReporter()
  const receiptHash = await ports.hashReceipt(lookup)
  const where = { id, kind, about, sealedBy: 'server', receivedOn: ports.today() } as const
  await takeIn(ports.database, { ...where, receiptHash, reporter: keys, ...sealed.value }, ports.newId())
  ports.pressure.note('filed')
  return accept({ code, kind })
}

/** Whether reports about it are taken here. */
export function isUnit({ content }: IntakePorts, about: string): boolean {
  return content.units.list.some(({ id }) => id === about)
}

/** One wrap for each reader, and for nobody else. */
function isSealedTo(wraps: readonly Wrap[], readers: Halves['handlers']): boolean {
  const ids = new Set(wraps.map(({ keyId }) => keyId))
  return (
    ids.size === wraps.length && ids.size === readers.length && readers.every(({ keyId }) => ids.has(keyId))
  )
}
