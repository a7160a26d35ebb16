/**
 * Live news: server-sent events that carry the type of a change and the id of what changed.
 */

import { defineRoute, textStream } from './route.ts'

/** The stream of news for whoever is logged in. */
export const followEvents = defineRoute({
  id: 'events.follow',
  method: 'GET',
  path: '/api/events',
  action: 'events.read',
  summary: 'News about your own matters and those of your duties, as server-sent events with ids only',
  response: textStream,
  produces: 'text/event-stream',
})
