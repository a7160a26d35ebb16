/**
 * Whoever watches the lights hears of each change while the board is open.
 */

import type { Ports } from '../platform/ports.ts'

const told = [
  'supervision.light-changed',
  'supervision.order-drafted',
  'supervision.order-issued',
  'supervision.order-answered',
  'supervision.order-closed',
  'supervision.order-superseded',
  'supervision.order-restored',
  'supervision.light-answered',
  'supervision.project-linked',
  'supervision.project-unlinked',
  'supervision.task-moved',
  'supervision.accountability-drafted',
  'supervision.recommendation-moved',
  'supervision.campaign-moved',
  'supervision.consultation-moved',
  'supervision.exchange-moved',
  'supervision.inspection-moved',
  'supervision.conduct-moved',
  'supervision.bulletin-published',
]

const desks = ['role:supervisor', 'role:supervisor-lead']

/** What the browsers hear: that something about a project is not as it was. */
const heard = 'supervision.changed'

/** Passes the news on to the desks of supervision. */
export function tellWatchers({ outbox, live }: Pick<Ports, 'outbox' | 'live'>): void {
  for (const type of told)
    outbox.on(
      type,
      ({ subject: id }, tx) => live.publish(tx, ...desks.map((topic) => ({ topic, type: heard, id }))),
      `${type}-news`,
    )
}
