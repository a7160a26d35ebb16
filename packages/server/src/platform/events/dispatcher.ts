/**
 * Delivers the outbox while the server runs: at once after a command of this process, soon after one of another, and
 * every few seconds in any case. The hint to other processes goes out after the commit, gathered: a notification inside
 * every transaction would make all commits wait for each other.
 */

import type { Listener } from './listener.ts'
import type { Outbox } from './outbox.ts'

/** The channel of the hint. */
const channel = 'guanjia_outbox'
const everyMilliseconds = 2_000
const gatherMilliseconds = 25

/** A dispatcher that runs until it is stopped. */
export interface Dispatcher {
  /** looks for events soon, and tells the other processes */
  readonly wake: () => void
  readonly start: () => void
  /** waits for the batch under way */
  readonly stop: () => Promise<void>
}

/** What a dispatcher works with. */
export interface DispatcherPorts {
  readonly outbox: Outbox
  readonly listener: Listener
  readonly notify: (channel: string) => Promise<void>
  readonly onFailure: (error: unknown) => void
  /** whether nothing may be written for now: the disk is nearly full */
  readonly isPaused?: () => boolean
}

/** Builds a dispatcher; it subscribes to its channel and does nothing before `start`. */
export function createDispatcher(ports: DispatcherPorts): Dispatcher {
  const { outbox, listener, notify, onFailure, isPaused = () => false } = ports
  let running: Promise<void> | undefined
  const state = { again: false, stopped: false }
  let gathering: NodeJS.Timeout | undefined
  let timer: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    do {
      state.again = false
      if (!isPaused()) await outbox.deliver(() => state.stopped || isPaused()).catch(onFailure)
    } while (state.again && !state.stopped)
    running = undefined
  }

  function look(): void {
    if (timer === undefined) return
    if (running === undefined) running = run()
    else state.again = true
  }

  function wake(): void {
    look()
    gathering ??= setTimeout(() => {
      gathering = undefined
      notify(channel).catch(onFailure)
    }, gatherMilliseconds)
  }

  listener.on(channel, look)
  return {
    wake,
    start: () => {
      timer ??= setInterval(look, everyMilliseconds)
      look()
    },
    stop: async () => {
      state.stopped = true
      clearInterval(timer)
      clearTimeout(gathering)
      timer = undefined
      gathering = undefined
      await running
    },
  }
}
