/**
 * Which ways a notice takes to a person: the portal always, the telephone and the mail box by what the person wants, by what
 * is known of them, and by how urgent the notice is.
 */

import type { NoticeChannel, NoticeTemplate } from './notice-template.ts'
import type { NoticeLanguage } from './notice-value.ts'

/** What a person has chosen. */
export interface RecipientPreference {
  readonly language: NoticeLanguage
  /** `all`: routine notices too; `important`: what matters; `none`: only what the law wants known */
  readonly sms: 'all' | 'important' | 'none'
  readonly mail: boolean
  /** whether the person agreed to be served decisions in the portal (电子送达) */
  readonly electronicService: boolean
}

/** What holds for who has not chosen: important SMS in Chinese, no mail, no electronic service. */
export const usualPreference: RecipientPreference = {
  language: 'zh-CN',
  sms: 'important',
  mail: false,
  electronicService: false,
}

/** The ways by which a recipient can be reached at all. */
export interface Reach {
  /** id of a person with a list of messages; null for a telephone number alone */
  readonly personId: string | null
  readonly phone: string | null
  readonly mail: string | null
}

/** The ways a notice takes, the portal first; none where nothing is known of the recipient. */
export function channelsFor(
  template: Pick<NoticeTemplate, 'channels' | 'urgency'>,
  preference: RecipientPreference,
  reach: Reach,
): readonly NoticeChannel[] {
  const { channels, urgency } = template
  const bySms = channels.includes('sms') && reach.phone !== null && wantsSms(urgency, preference, reach)
  const byMail = channels.includes('mail') && reach.mail !== null && preference.mail
  return [
    ...(reach.personId === null ? [] : ['in-app' as const]),
    ...(bySms ? ['sms' as const] : []),
    ...(byMail ? ['mail' as const] : []),
  ]
}

function wantsSms(
  urgency: NoticeTemplate['urgency'],
  { sms }: RecipientPreference,
  { personId }: Reach,
): boolean {
  // who left a number to be called has chosen the telephone, and has nothing else
  if (personId === null || urgency === 'legal') return true
  return urgency === 'routine' ? sms === 'all' : sms !== 'none'
}
