/**
 * What answers beside the table: routes of a demonstration alone, and addresses that are no routes of the contract.
 */

/** Routes that a real zone does not have: whoever calls is told that there is no such thing. */
export const demonstrationOnly: readonly string[] = ['access.list-demonstration-accounts']

/** Addresses that are no routes of the contract; all of them are for everybody. */
export const otherAddresses: readonly string[] = [
  'GET /api',
  'GET /api/openapi.json',
  'GET /problems/:code',
  'GET /api/page.css',
  // Open311 clients: state of issues, never the words of an asker
  'GET /open311/*',
  'POST /open311/*',
  // answers to a questionnaire as browsers without scripts send them, behind a link
  'POST /survey/*',
  'POST /en/survey/*',
  'GET /healthz',
  'GET /readyz',
  // answers only on the machine itself
  'GET /metrics',
]
