/**
 * Notifications: what the house tells people, by which way, in which words; their own list of messages.
 */

import { handleNoticeJobs } from './notice-jobs.ts'
import { subscribeNotices } from './notice-reactions.ts'
import { implementNoticeRoutes } from './notice-routes.ts'
import { readNoticesContent } from './notices-content.ts'
import type { NotificationsDoors } from './notifications-ports.ts'

/** Answers every route of this room, subscribes its reactions and handles its jobs. */
export function registerNotifications(doors: NotificationsDoors): void {
  const content = readNoticesContent(doors.contentFolder, doors.zone.utcOffsetMinutes)
  const ports = { ...doors, content }
  implementNoticeRoutes(ports)
  subscribeNotices(ports)
  handleNoticeJobs(ports)
}

export type { NotificationsDoors } from './notifications-ports.ts'
