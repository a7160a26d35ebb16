/**
 * Reads notice templates from content. What is malformed is said in sentences, all at once.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import type { NoticeTemplate, NoticeWords, Urgency } from './notice-template.ts'

const urgencies: readonly Urgency[] = ['routine', 'important', 'awaited', 'legal']

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/**
 * Reads one template: `{ id, event, to, urgency, channels?, service?, link, zh-CN: { title, text, sms? }, en: { … } }`.
 * Whether event, relations and values fit together is the matter of `templateFindings`.
 */
export function parseNoticeTemplate(value: unknown): Result<NoticeTemplate, 'notice-malformed'> {
  const given = recordOf(value)
  const faults = [
    ...['id', 'event', 'link'].filter((key) => !isText(given[key])).map((key) => `${key} is missing`),
    ...(urgencies.includes(given['urgency'] as Urgency) ? [] : [`urgency is one of ${urgencies.join(', ')}`]),
    ...(textsOf(given['to']).length > 0 ? [] : ['to names nobody']),
    ...textsOf(given['channels'])
      .filter((channel) => channel !== 'sms' && channel !== 'mail')
      .map((channel) => `there is no channel ${channel}`),
    ...['zh-CN', 'en'].flatMap((language) => wordFaults(language, recordOf(given[language]))),
  ]
  if (faults.length > 0) return refuse('notice-malformed', { faults })
  return accept({
    id: String(given['id']),
    event: given['event'] as NoticeTemplate['event'],
    to: textsOf(given['to']) as NoticeTemplate['to'],
    urgency: given['urgency'] as Urgency,
    channels: textsOf(given['channels']) as NoticeTemplate['channels'],
    service: given['service'] === true,
    link: String(given['link']),
    words: { 'zh-CN': given['zh-CN'] as NoticeWords, en: given['en'] as NoticeWords },
  })
}

function wordFaults(language: string, words: Readonly<Record<string, unknown>>): readonly string[] {
  const known = ['title', 'text', 'sms']
  return [
    ...['title', 'text']
      .filter((part) => !isText(words[part]))
      .map((part) => `${language}.${part} is missing`),
    ...(words['sms'] === undefined || isText(words['sms']) ? [] : [`${language}.sms is empty`]),
    ...Object.keys(words)
      .filter((part) => !known.includes(part))
      .map((part) => `${language}.${part} is not a part of a notice`),
  ]
}
