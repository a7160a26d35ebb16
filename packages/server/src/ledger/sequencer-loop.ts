/**
 * Keeps the sequencer going: woken by commits that carry leaves, and by itself once a second in case a wake-up was
 * lost. A batch that fails (the database is away) is tried again.
 */

import { type SequencerPorts, sequenceBatch } from './sequencer.ts'

/** The running sequencer of a process. */
export interface SequencerLoop {
  readonly start: () => void
  /** somebody has committed leaves */
  readonly wake: () => void
  /** ends after the batch under way */
  readonly stop: () => Promise<void>
}

const restMs = 1_000

/** What the loop is told besides. */
export interface LoopPorts {
  /** hears of every batch that failed */
  readonly onFailure: (error: unknown) => void
  /** whether nothing may be written for now: the disk is nearly full */
  readonly isPaused?: () => boolean
}

/** A loop over these ports. */
export function sequencerLoop(
  ports: SequencerPorts,
  { onFailure, isPaused = () => false }: LoopPorts,
): SequencerLoop {
  let stopped = false
  let rouse: () => void = () => undefined
  let running: Promise<void> = Promise.resolve()

  async function rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function run(): Promise<void> {
    while (!stopped) {
      let taken = 0
      try {
        if (!isPaused()) taken = await sequenceBatch(ports)
      } catch (error) {
        onFailure(error)
      }
      if (taken === 0 && !stopped) await rest()
    }
  }

  return {
    start: () => {
      running = run()
    },
    wake: () => rouse(),
    stop: async () => {
      stopped = true
      rouse()
      await running
    },
  }
}
