/**
 * The services outside of the house: for each the driver that the settings name, and a simulator only where the settings
 * allow it. A real zone that lacks one does not open.
 */

import type { Config, Secrets } from './config.ts'
import {
  type ConnectedMailbox,
  demonstrationMailbox,
  type Hotline,
  hotlineService,
  simulatedHotline,
} from './feedback/index.ts'
import { imapMailbox } from './platform/mailbox/imap-mailbox.ts'
import {
  keepInTable,
  messageSender,
  type SendMessage,
  sendBySmsGateway,
  sendBySmtp,
} from './platform/messages/messages.ts'
import type { Resources } from './platform/resources.ts'
import { type ApplicantSigner, openDevelopmentSigner, signByService } from './platform/signing/index.ts'
import { type PushReceiver, receiverService, simulatedReceiver } from './registration/index.ts'

/** What the drivers are opened with. */
export interface DriverOptions {
  readonly config: Config
  readonly secrets: Secrets
  readonly resources: Pick<Resources, 'database' | 'clock'>
}

/** One push in ten fails in a demonstration, so that the retries can be seen. */
const simulatedFailureRate = 0.1

/** Mail and SMS. */
export function openMessages({ config, secrets, resources }: DriverOptions): SendMessage {
  const { smtpUrl, smsGatewayUrl, smsGatewayToken = '' } = secrets
  const inTable = () => keepInTable(resources.database, resources.clock.now)
  return messageSender({
    mail:
      smtpUrl === undefined
        ? simulated(config, 'GUANJIA_SMTP_URL', inTable)
        : sendBySmtp(smtpUrl, config.mailFrom),
    sms:
      smsGatewayUrl === undefined
        ? simulated(config, 'GUANJIA_SMS_GATEWAY_URL', inTable)
        : sendBySmsGateway(smsGatewayUrl, smsGatewayToken),
  })
}

/** The signatures of applicants. */
export function openSigner({ config, secrets }: DriverOptions): ApplicantSigner {
  const { applicantSignerUrl: url } = config
  if (url === undefined) {
    return simulated(config, 'GUANJIA_APPLICANT_SIGNER_URL', () => openDevelopmentSigner(config.keysFolder))
  }
  return signByService({ name: 'the signing service', url, token: secrets.applicantSignerToken ?? '' })
}

/** The hotline that is told of replies; without an address they are fetched as a file, which is enough to be in earnest. */
export function openHotline({ config, secrets }: DriverOptions): Hotline | undefined {
  const { hotlineUrl: url, simulated: isSimulated } = config
  if (url !== undefined) return hotlineService({ url, token: secrets.hotlineToken ?? '' })
  return isSimulated ? simulatedHotline : undefined
}

/** The mailbox that people write to: read where one is named, and in a demonstration; nothing else needs it. */
export function openMailbox({ config, secrets, resources }: DriverOptions): ConnectedMailbox | undefined {
  const { mailboxAddress: address, mailFrom, demonstration } = config
  const ownAddresses = [address, mailFrom].map(bareAddress)
  if (secrets.imapUrl !== undefined) return { mailbox: imapMailbox(secrets.imapUrl, address), ownAddresses }
  return demonstration ? { ...demonstrationMailbox(address, resources.clock.now), ownAddresses } : undefined
}

/** The address alone, of `Name <address>` too. */
function bareAddress(written: string): string {
  return (/<([^<>]+)>/.exec(written)?.[1] ?? written).trim().toLowerCase()
}

/** An authority that is told of new companies, by its id in the content of the zone. */
export function openReceiver(
  { config, secrets, resources }: DriverOptions,
  receiver: { readonly id: string; readonly name: string },
): PushReceiver {
  const url = Object.hasOwn(config.receiverUrls, receiver.id) ? config.receiverUrls[receiver.id] : undefined
  if (url !== undefined) return receiverService(receiver, { url, token: secrets.receiverToken ?? '' })
  return simulated(config, `GUANJIA_RECEIVER_URLS (${receiver.id}, ${receiver.name})`, () =>
    simulatedReceiver(receiver, {
      failureRate: config.demonstration ? simulatedFailureRate : 0,
      chance: Math.random,
      now: resources.clock.now,
    }),
  )
}

function simulated<Driver>({ simulated: allowed }: Config, setting: string, driver: () => Driver): Driver {
  if (allowed) return driver()
  throw new Error(
    `${setting} is not set, and only a demonstration simulates it: set it, or start with --demo.`,
  )
}
