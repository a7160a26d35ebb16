/**
 * The intake of leads, put together: its own database role, its own door, and nothing of the house beside it.
 */

import { randomUUID } from 'node:crypto'
import { localMoment } from '@guanjia/core/calendar'
import type { DatabaseAddress } from '../../platform/database/database.ts'
import { readIntakeContent } from '../content/intake-content.ts'
import { openLeadDatabase } from '../store/lead-database.ts'
import { openReceipts } from '../store/receipts.ts'
import { openDoor } from './door/door.ts'
import type { IntakePorts, IntakeScript } from './intake-ports.ts'
import { styleHash } from './pages/style.ts'
import { answering } from './routes.ts'
import { openPressure } from './work/pressure.ts'
import { openStamps } from './work/stamps.ts'

/** How an intake is opened. */
export interface IntakeOptions {
  readonly address: DatabaseAddress
  readonly contentFolder: string
  readonly script: IntakeScript | undefined
  readonly host: string
  readonly port: number
  /** origin under which browsers reach it */
  readonly origin: string
  readonly houseOrigin: string
  readonly now: () => Date
  readonly onFault: (name: string) => void
}

/** An open intake. */
export interface Intake extends AsyncDisposable {
  readonly port: number
}

/** Opens the intake. */
export async function openIntake(options: IntakeOptions): Promise<Intake> {
  const { address, contentFolder, now, host, port, onFault } = options
  const database = openLeadDatabase(address)
  const content = readIntakeContent(contentFolder)
  const pressure = openPressure(() => now().getTime())
  const ports: IntakePorts = {
    database,
    content,
    pressure,
    hashReceipt: await openReceipts(database),
    stamps: openStamps({ now: () => now().getTime(), bits: pressure.bits }),
    script: options.script,
    houseOrigin: options.houseOrigin,
    today: () => localMoment(now().getTime(), content.utcOffsetMinutes).date,
    newId: randomUUID,
  }
  const overTls = options.origin.startsWith('https:')
  const door = await openDoor({ host, port, answer: answering(ports), styleHash, overTls, onFault })
  return {
    port: door.port,
    [Symbol.asyncDispose]: async () => {
      await door.close()
      await database.destroy()
    },
  }
}
