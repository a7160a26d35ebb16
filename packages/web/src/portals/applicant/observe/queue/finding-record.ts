/**
 * A finding as the phone keeps it until the house has it. Its id is given here and goes along as the key, so that sending it
 * twice files it once.
 */

import type { CallOutput } from '../../../../api/call.ts'

/** The observer's page as the house answered it last. */
export type OwnPage = CallOutput<'GET /api/my/observer'>

/** A photo, made smaller and stripped of everything but the picture. */
export interface QueuedPhoto {
  readonly id: string
  /** the picture as Base64 of a JPEG */
  readonly bytes: string
  /** where it was taken, where that was read; it goes along only if the observer ticks it */
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  /** under which id the house keeps it; null until it does */
  readonly keptAs: string | null
}

/** A finding. */
export interface QueuedFinding {
  readonly id: string
  /** ISO instant on this device's clock */
  readonly noticedAt: string
  readonly task: OwnPage['tasks'][number]['id']
  readonly topic: string
  readonly words: string
  readonly place: string
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly photos: readonly QueuedPhoto[]
  /** why the house did not take it; it stays until its author deletes it */
  readonly refused: { readonly title: string; readonly detail: string } | null
}
