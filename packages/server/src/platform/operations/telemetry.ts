/**
 * What the house tells about itself: counted for Prometheus, written as lines of JSON. Neither holds personal data.
 */

import type { Pool } from 'pg'
import { type Logger, pino, stdSerializers } from 'pino'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CommandOutcome } from '../commands/command.ts'
import type { SeenRequest } from '../http/gate/gate.ts'
import { withoutPersonalData } from './without-personal-data.ts'

/** The figures and the log. */
export interface Telemetry {
  readonly log: Logger
  /** the figures in Prometheus' text form */
  readonly figures: () => Promise<string>
  readonly observeRequest: (seen: SeenRequest) => void
  readonly observeCommand: (outcome: CommandOutcome) => void
  readonly watchPool: (pool: Pool) => void
  /** a figure that is asked for whenever figures are read; NaN where it could not be told */
  readonly watch: (gauge: WatchedGauge) => void
}

/** A figure of this moment. */
export interface WatchedGauge {
  readonly name: `guanjia_${string}`
  readonly help: string
  readonly ask: () => Promise<number> | number
}

const secondBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * Opens log and figures.
 *
 * @param logFile - file to write the log to; standard output where left out
 */
export function openTelemetry(logLevel: string, logFile?: string): Telemetry {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const log = openLog(logLevel, logFile)
  const requests = new Histogram({
    name: 'guanjia_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: secondBuckets,
    registers,
  })
  const commands = new Histogram({
    name: 'guanjia_command_seconds',
    help: 'Time to run a command to its commit or refusal',
    labelNames: ['command', 'outcome'],
    buckets: secondBuckets,
    registers,
  })
  return {
    log,
    figures: () => registry.metrics(),
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status }, seconds),
    observeCommand: ({ milliseconds, ...outcome }) => {
      commands.observe({ command: outcome.command, outcome: outcome.outcome }, milliseconds / 1000)
      log.info({ ...outcome, milliseconds: Math.round(milliseconds * 10) / 10 }, 'command')
    },
    watchPool: (pool) => watchPool(pool, registers),
    watch: (gauge) => watchGauge(gauge, registers),
  }
}

/** The log writes no request, no answer and no detail of a database error: those may name people. */
function openLog(level: string, file: string | undefined): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: withoutDetail, req: () => undefined, res: () => undefined },
  }
  return file === undefined ? pino(options) : pino(options, pino.destination({ dest: file, mkdir: true }))
}

function withoutDetail(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error)
  const code = 'code' in error ? error.code : undefined
  const constraint = 'constraint' in error ? error.constraint : undefined
  return {
    type,
    message: withoutPersonalData(message),
    // its first lines repeat the message
    stack: withoutPersonalData(message) + stack.slice(stack.indexOf('\n    at ')),
    code,
    constraint,
  }
}

function watchPool(pool: Pool, registers: Registry[]): void {
  const gauge: Gauge<'state'> = new Gauge({
    name: 'guanjia_database_connections',
    help: 'Connections of this process by what they do',
    labelNames: ['state'],
    registers,
    collect: () => {
      gauge.set({ state: 'open' }, pool.totalCount)
      gauge.set({ state: 'idle' }, pool.idleCount)
      gauge.set({ state: 'awaited' }, pool.waitingCount)
    },
  })
  const lost = new Counter({
    name: 'guanjia_database_connections_lost_total',
    help: 'Idle connections that broke',
    registers,
  })
  pool.on('error', () => lost.inc())
}

function watchGauge({ name, help, ask }: WatchedGauge, registers: Registry[]): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    registers,
    collect: async () => {
      // asked in a promise, so that a question that throws at once is no different
      const value = await Promise.resolve()
        .then(ask)
        .catch(() => Number.NaN)
      gauge.set(value)
    },
  })
}
