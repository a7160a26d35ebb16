/**
 * One connection that listens to PostgreSQL's notifications for the whole process, and comes back when it breaks.
 * A notification is a hint, never a fact: whoever listens also looks by itself now and then.
 */

import { Client } from 'pg'

/** A listening connection. */
export interface Listener extends AsyncDisposable {
  /** hears every notification on a channel */
  readonly on: (channel: string, heard: (payload: string) => void) => void
  /** starts listening, and calls `listening` after every (re)connection */
  readonly start: (listening: () => void) => Promise<void>
  readonly close: () => Promise<void>
}

const firstPauseMilliseconds = 100
const longestPauseMilliseconds = 5_000

/** A listener on the database at `url`; `onFailure` hears of every lost connection and of a hearer that threw. */
export function createListener(url: string, onFailure: (error: unknown) => void = () => undefined): Listener {
  const channels = new Map<string, (payload: string) => void>()
  let client: Client | undefined
  const state = { closed: false }

  /** Whoever may connect may notify: what cannot be understood must not end the process. */
  function hear(channel: string, payload: string): void {
    try {
      channels.get(channel)?.(payload)
    } catch (error) {
      onFailure(error)
    }
  }

  async function connect(listening: () => void): Promise<void> {
    const fresh = new Client({ connectionString: url, application_name: 'guanjia', keepAlive: true })
    fresh.on('error', onFailure)
    fresh.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''))
    await fresh.connect()
    for (const channel of channels.keys()) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
    fresh.once('end', () => void reconnect(listening))
    client = fresh
    listening()
  }

  async function reconnect(listening: () => void): Promise<void> {
    for (
      let pause = firstPauseMilliseconds;
      !state.closed;
      pause = Math.min(pause * 2, longestPauseMilliseconds)
    ) {
      await new Promise((resolve) => setTimeout(resolve, pause).unref())
      try {
        if (!state.closed) await connect(listening)
        return
      } catch (error) {
        // the database is still away
        onFailure(error)
      }
    }
  }

  async function close(): Promise<void> {
    state.closed = true
    await client?.end().catch(() => undefined)
  }

  return {
    on: (channel, heard) => void channels.set(channel, heard),
    start: connect,
    close,
    [Symbol.asyncDispose]: close,
  }
}
