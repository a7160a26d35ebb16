/**
 * The doors of the platform as the rooms are handed them, joined to those rooms that the platform itself relies on: the
 * ledger, in which every act leaves a leaf.
 */

import type { Config, Secrets } from './config.ts'
import { openMessages } from './drivers.ts'
import { commitValue, leafParts } from './ledger/index.ts'
import { auditPart } from './platform/commands/audit-trail.ts'
import { createCommandRunner } from './platform/commands/command.ts'
import type { Http } from './platform/http/http.ts'
import { newId } from './platform/identifier.ts'
import type { Ports } from './platform/ports.ts'
import type { Resources } from './platform/resources.ts'
import { openKeyFolder } from './platform/signing/index.ts'
import { readZoneContent } from './platform/zone-content.ts'

/** What the doors are made from. */
export interface PortOptions {
  readonly config: Config
  readonly secrets: Secrets
  readonly resources: Resources
  readonly http: Http
  /** a command has left leaves for the sequencer */
  readonly onLeaves: () => void
}

/** Makes the doors. */
export function openPorts({ config, secrets, resources, http, onLeaves }: PortOptions): Ports {
  const { database, clock, jobs, outbox, live, files, press, dispatcher, telemetry } = resources
  return {
    implement: http.implement,
    database,
    clock,
    jobs,
    outbox,
    live,
    files,
    newId,
    zone: readZoneContent(config.contentFolder),
    signing: openKeyFolder(config.keysFolder),
    keysFolder: config.keysFolder,
    contentFolder: config.contentFolder,
    dataFolder: config.dataFolder,
    origin: config.publicOrigin,
    demonstration: config.demonstration,
    sendMessage: openMessages({ config, secrets, resources }),
    runCommand: createCommandRunner({
      database,
      clock,
      auditPart,
      leafParts,
      commitValue,
      eventParts: outbox.parts,
      enter: press.enter,
      wake: ({ events, leaves }) => {
        if (events > 0) dispatcher.wake()
        if (leaves > 0) onLeaves()
      },
      observe: telemetry.observeCommand,
    }),
  }
}
