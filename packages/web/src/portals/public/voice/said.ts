/**
 * What somebody has written so far, what is still missing of it, and what is sent.
 */

import type { CallOutput } from '../../../api/call.ts'
import type { KeptPhoto } from '../../../features/feedback/index.ts'
import type { FieldFaultText } from '../../../ui/field.tsx'
import type { Point } from './place-field.tsx'

/** What may be chosen; a report of misconduct is shown the way. */
export type Kind = CallOutput<'GET /api/voice/choices'>['kinds'][number]['id'] | 'misconduct'

/** The form as it stands. */
export interface Said {
  readonly kind: Kind | undefined
  readonly topic: string | undefined
  readonly words: string
  readonly place: string
  readonly point: Point | undefined
  readonly photos: readonly KeptPhoto[]
  readonly phone: string
  readonly name: string
}

/** The empty form. */
export const nothing: Said = {
  kind: undefined,
  topic: undefined,
  words: '',
  place: '',
  point: undefined,
  photos: [],
  phone: '',
  name: '',
}

const fewestCharacters = 5
const phoneForm = /^\+?[\d -]{7,20}$/

/** What is missing; whoever is signed in may leave the phone out. */
export function faultsOf(
  { kind, topic, words, phone }: Said,
  isSignedIn: boolean,
  texts: Readonly<Record<'kind' | 'topic' | 'words' | 'phone', string>>,
): readonly FieldFaultText[] {
  const isPhone = phoneForm.test(phone.trim())
  return [
    ...(kind === undefined ? [{ field: 'kind', text: texts.kind }] : []),
    ...(topic === undefined ? [{ field: 'topic', text: texts.topic }] : []),
    ...([...words.trim()].length < fewestCharacters ? [{ field: 'words', text: texts.words }] : []),
    ...(isPhone || (isSignedIn && phone.trim() === '') ? [] : [{ field: 'phone', text: texts.phone }]),
  ]
}

/** What is sent: only what was filled in. */
export function bodyOf(
  { kind = 'appeal', topic = '', words, place, point, photos, phone, name }: Said,
  source: string | undefined,
) {
  return {
    kind,
    topic,
    words,
    ...(source === undefined ? {} : { source }),
    ...(place.trim() === '' ? {} : { place }),
    ...(point === undefined ? {} : { point }),
    ...(photos.length === 0 ? {} : { photos: photos.map(({ id }) => id) }),
    ...(phone.trim() === '' ? {} : { phone }),
    ...(name.trim() === '' ? {} : { name }),
  }
}
