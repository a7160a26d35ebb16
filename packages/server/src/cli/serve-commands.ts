/**
 * The commands that run the house: serve, and bring the database to the newest state.
 */

import { type CliCommand, optionText } from './command.ts'

const serveCommand: CliCommand = {
  name: 'serve',
  takes: [],
  options: {
    demo: { does: 'load demonstration accounts and data, show the log-ins' },
    port: { takes: 'N', does: 'port to listen on, 8080 where left out' },
  },
  summary: 'Run the server until Ctrl-C',
  example: 'guanjia serve --demo --port 8080',
  run: async (input) => {
    const port = optionText(input, 'port')
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
      return { code: 'port-malformed', message: `"${port}" is no port: give a whole number from 0 to 65535.` }
    }
    // loaded only here: the other commands need neither a web server nor a database
    const { serve } = await import('../main.ts')
    await serve({
      ...(input.options['demo'] === true ? { demonstration: true } : {}),
      ...(port === undefined ? {} : { port: Number(port) }),
    })
    return { json: { stopped: true }, text: 'Stopped.' }
  },
}

const migrateCommand: CliCommand = {
  name: 'migrate',
  takes: [],
  summary: 'Bring the database to the newest state and say what ran',
  example: 'guanjia migrate',
  run: async () => {
    const { readConfig } = await import('../config.ts')
    const { makeDataFolder, openDatabaseHome } = await import('../database-home.ts')
    // the identity service has no part in this
    const { config, secrets } = readConfig(process.env, { demonstration: true })
    makeDataFolder(config, secrets)
    await using home = await openDatabaseHome(config, secrets)
    const { migrated } = home
    const text = migrated.length === 0 ? 'Nothing to do.' : `Ran:\n${migrated.join('\n')}`
    return { json: { ran: migrated }, text }
  },
}

/** The commands of this file. */
export const serveCommands: readonly CliCommand[] = [serveCommand, migrateCommand]
