/**
 * The intake of confidential leads, from the command line.
 */

import type { CliCommand } from './command.ts'

/** `guanjia leads`: serves the intake alone. */
export const leadsCommand: CliCommand = {
  name: 'leads',
  takes: [],
  summary: 'Run the intake of confidential leads until Ctrl-C, apart from the server',
  example: 'GUANJIA_LEADS_DATABASE_URL=postgres://… guanjia leads',
  run: async () => {
    const { serveLeads } = await import('../leads-process.ts')
    await serveLeads(process.env)
    return { json: { stopped: true }, text: 'Stopped.' }
  },
}
