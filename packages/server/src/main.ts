/**
 * Runs the house: settings, database, app, doors open; and the same way back when it is asked to stop.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type DemonstrationAccount, oneTimeCode } from './access/index.ts'
import { createApp } from './app.ts'
import { type Config, type ConfigChoices, readConfig } from './config.ts'
import { makeDataFolder, openDatabaseHome } from './database-home.ts'
import { playDemonstration, playNote } from './demonstration-play.ts'
import { startLeads } from './leads-process.ts'
import { clockAhead } from './platform/clock.ts'
import type { DatabaseAddress } from './platform/database/database.ts'
import { openResources } from './platform/resources.ts'

const pagesFolder = join(import.meta.dirname, '../../web/dist')

/** The pages where they are built; without them the API answers alone, and says so. */
function builtPages(): { readonly pagesFolder?: string } {
  if (existsSync(join(pagesFolder, 'client/index.html'))) return { pagesFolder }
  console.error('The pages are not built, only the API answers. To see them: npm run build:web')
  return {}
}

/** Serves until SIGINT or SIGTERM; a second signal ends at once. */
export async function serve(choices: ConfigChoices): Promise<void> {
  const { config, secrets } = readConfig(process.env, choices)
  const stop = stopSignal()
  makeDataFolder(config, secrets)
  await using home = await openDatabaseHome(config, secrets)
  const { address } = home
  const clock = clockAhead(config.clockAheadSeconds * 1000)
  // where nobody named a user for the desk, the server's own has its rights only if it is the migrator too
  const leadDesk = home.leads.desk ?? { ...address, role: 'guanjia_leads_desk' as const }
  const note = config.demonstration
    ? playNote(
        await playDemonstration({
          config,
          secrets,
          address,
          leadDesk,
          leadIntake: home.leads.intake,
          now: clock.now(),
        }),
      )
    : undefined
  await using resources = await openResources({ ...config, address, clock })
  const { log } = resources.telemetry
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed and nobody heard'))
  home.guard(() => log.error('PostgreSQL died and is started again'))
  await using app = await createApp({ config, secrets, resources, leadDesk, ...builtPages() })
  await app.start()
  await listen(config, app.http.listen)
  await using _leads = leadsBeside(config, home.leads.intake)
  announce(config, app.demonstrationAccounts, clock.now())
  if (note !== undefined) console.log(`${note}\n`)
  await stop
  // what keeps a stuck request or a slow disk from holding us for ever; our own PostgreSQL still ends in order
  setTimeout(() => void giveUp(home), 30_000).unref()
  console.log('\nStopping: what is under way ends first.')
}

/** The intake of leads in a process of its own, where this server is to start it. */
function leadsBeside(config: Config, address: DatabaseAddress | undefined): AsyncDisposable {
  if (config.leadsPort > 0 && address !== undefined) return startLeads(config, address)
  return { [Symbol.asyncDispose]: async () => undefined }
}

async function giveUp(home: AsyncDisposable): Promise<void> {
  try {
    await home[Symbol.asyncDispose]()
  } finally {
    process.exit(1)
  }
}

const impatienceMilliseconds = 2_000

/**
 * Settles at the first signal. A second one ends the process at once, unless it follows so fast that it is the same
 * Ctrl-C, passed on by the program that started us.
 */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    const heard = () => {
      if (first !== undefined && performance.now() - first > impatienceMilliseconds) process.exit(1)
      first ??= performance.now()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, heard)
  })
}

async function listen(
  { host, port }: Config,
  open: (place: { readonly host: string; readonly port: number }) => Promise<string>,
): Promise<void> {
  try {
    await open({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    const why = code === 'EADDRINUSE' ? 'is used by another program' : 'may not be used by this user'
    throw new Error(`Port ${port} ${why}. Choose another with --port or PORT.`, { cause: error })
  }
}

function announce(config: Config, accounts: readonly DemonstrationAccount[], now: Date): void {
  console.log(`\nGuanjia 管家  ${config.publicOrigin}`)
  if (config.leadsOrigin !== undefined) console.log(`Leads 专项整治服务平台  ${config.leadsOrigin}`)
  if (config.logFile !== undefined) console.log(`Log: ${config.logFile}`)
  if (accounts.length === 0) return
  console.log('\n示范数据 Demonstration. Applicants: choose a person on the log-in page. Staff:')
  const wide = Math.max(...accounts.map(({ username }) => username.length)) + 2
  for (const { username, password, name, title, oneTimeSecret } of accounts) {
    const code = oneTimeCode(oneTimeSecret, now)
    console.log(`  ${username.padEnd(wide)}${password}  ${code}  ${name} ${title}`)
  }
  console.log('The six digits change every 30 seconds; the staff log-in page shows the current ones.\n')
}

/** `main.ts serve [--demo] [--port N]`, for a process manager that needs no other command. */
async function main(args: readonly string[]): Promise<void> {
  const options = { demo: { type: 'boolean' }, port: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  if (positionals.length !== 1 || positionals[0] !== 'serve')
    throw new Error('usage: main.ts serve [--demo] [--port N]')
  await serve({
    ...(values.demo === true ? { demonstration: true } : {}),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  })
}

if (process.argv[1] === import.meta.filename) {
  await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
