/**
 * Notice templates: content that says who is told of an event, how urgently, and in which words in each language.
 *
 * Terms: a *template* belongs to one event and some of its relations. A text names values in braces, `{number}`; every one
 * of them must be a value of the event. The short text goes out by SMS and must fit into one, signature included.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import { isNoticeEvent, type NoticeEventType, noticeEvent, type Relation } from './notice-event.ts'
import {
  longestSample,
  type NoticeLanguage,
  type ValueRefusal,
  type Writing,
  writeValue,
} from './notice-value.ts'

/** A way to a person; `in-app` is the list of messages in the portal, open to every person the house knows. */
export type NoticeChannel = 'in-app' | 'sms' | 'mail'

/**
 * How urgent a notice is: `routine` reaches a telephone only if wanted, `important` unless unwanted, `awaited` at once
 * because the recipient or somebody beside them waits for it, `legal` whatever was wanted because the law wants it known.
 */
export type Urgency = 'routine' | 'important' | 'awaited' | 'legal'

/** The words in one language. */
export interface NoticeWords {
  readonly title: string
  /** shown in the portal and sent by e-mail */
  readonly text: string
  /** sent by SMS, without the signature; absent where the notice never goes out by SMS */
  readonly sms?: string
}

/** A notice as content writes it. */
export interface NoticeTemplate {
  /** unique in the zone, kebab-case */
  readonly id: string
  readonly event: NoticeEventType
  readonly to: readonly Relation[]
  readonly urgency: Urgency
  /** channels besides the portal */
  readonly channels: readonly Exclude<NoticeChannel, 'in-app'>[]
  /** whether reaching the recipient serves a decision on them (送达) */
  readonly service: boolean
  /** path in the portal where something can be done about it; `{subject}` is the id of the subject */
  readonly link: string
  readonly words: Readonly<Record<NoticeLanguage, NoticeWords>>
}

/** A finding in a template: which part, and a sentence about it. */
export interface TemplateFinding {
  readonly part: string
  readonly code:
    | 'event-unknown'
    | 'relation-unknown'
    | 'value-unknown'
    | 'sms-too-long'
    | 'sms-missing'
    | 'sms-tells-too-much'
    | 'channel-without-person'
    | 'exclamation-mark'
  readonly sentence: string
}

/** The most UTF-16 code units of one SMS in UCS-2, signature included. */
export const longestSms = 70

const named = /\{(\w+)\}/g

/** The names of the values in a text, each once. */
export function valueNames(text: string): readonly string[] {
  return [...new Set([...text.matchAll(named)].map((match) => match[1] ?? ''))]
}

/** An SMS as it goes out: the zone's signature first, as the carriers ask. */
export function smsText(signature: string, text: string): string {
  return `${signature}${text}`
}

/**
 * Everything that is wrong with a template. An SMS is measured with the longest value of each kind, so that what passes
 * here fits on every day and for everybody.
 *
 * @param signatures - what stands before an SMS in each language
 */
export function templateFindings(
  template: NoticeTemplate,
  signatures: Readonly<Record<NoticeLanguage, string>>,
): readonly TemplateFinding[] {
  if (!isNoticeEvent(template.event))
    return [finding('event', 'event-unknown', `Nobody is told about ${String(template.event)}.`)]
  const { relations } = noticeEvent(template.event)
  const strangers = template.to.filter((relation) => !relations.includes(relation))
  const languages = Object.entries(template.words) as [NoticeLanguage, NoticeWords][]
  return [
    ...strangers.map((relation) =>
      finding('to', 'relation-unknown', `${template.event} does not know its ${relation}.`),
    ),
    ...(template.to.includes('contact') && template.channels.includes('mail')
      ? [finding('channels', 'channel-without-person', 'A contact has a telephone number and no mail.')]
      : []),
    ...languages.flatMap(([language, words]) =>
      wordsFindings(template, language, words, signatures[language]),
    ),
  ]
}

function finding(part: string, code: TemplateFinding['code'], sentence: string): TemplateFinding {
  return { part, code, sentence }
}

function wordsFindings(
  template: NoticeTemplate,
  language: NoticeLanguage,
  words: NoticeWords,
  signature: string,
): readonly TemplateFinding[] {
  const { values } = noticeEvent(template.event)
  const parts = Object.entries(words) as [string, string][]
  const findings = parts.flatMap(([part, text]) => [
    ...valueNames(text)
      .filter((name) => !Object.hasOwn(values, name))
      .map((name) =>
        finding(`${language}.${part}`, 'value-unknown', `${template.event} has no value ${name} to be told.`),
      ),
    ...(/[!！]/.test(text)
      ? [finding(`${language}.${part}`, 'exclamation-mark', 'Notices do without exclamation marks.')]
      : []),
  ])
  return [...findings, ...smsFindings(template, language, words.sms, signature)]
}

function smsFindings(
  { event, channels }: NoticeTemplate,
  language: NoticeLanguage,
  sms: string | undefined,
  signature: string,
): readonly TemplateFinding[] {
  const part = `${language}.sms`
  if (!channels.includes('sms')) return []
  if (sms === undefined) return [finding(part, 'sms-missing', `The SMS has no words in ${language}.`)]
  const { values } = noticeEvent(event)
  const kinds = valueNames(sms).flatMap((name) => values[name] ?? [])
  const length = smsText(
    signature,
    sms.replace(named, (_, name: string) => sampleOf(values[name])),
  ).length
  const isNamed = kinds.includes('person-name') || kinds.includes('entity-name')
  return [
    ...(length > longestSms
      ? [
          finding(
            part,
            'sms-too-long',
            `With its longest values the SMS has ${length} characters; ${longestSms} fit.`,
          ),
        ]
      : []),
    ...(isNamed && kinds.includes('link')
      ? [finding(part, 'sms-tells-too-much', 'A name and a link do not go into the same SMS.')]
      : []),
  ]
}

function sampleOf(kind: Parameters<typeof longestSample>[0] | undefined): string {
  return kind === undefined ? '' : longestSample(kind)
}

/** A notice in the words of one channel. */
export interface WrittenNotice {
  readonly title: string
  /** by SMS the short text with its signature */
  readonly text: string
  /** path in the portal */
  readonly link: string
}

/** Why a notice cannot be written. */
export type WritingRefusal = 'value-missing' | 'sms-too-long' | ValueRefusal

/** What a notice is written about. */
export interface NoticeFacts {
  /** id of the subject, for the link */
  readonly subject: string
  /** the body of the event */
  readonly values: Readonly<Record<string, unknown>>
}

/** In which words a notice is written. */
export interface NoticeWriting extends Writing {
  readonly channel: NoticeChannel
  /** what stands before an SMS */
  readonly signature: string
}

/**
 * Writes a notice for one channel in one language. Refuses where a value that the words name is missing or malformed, or
 * where the SMS would be longer than one; nothing is ever sent with a hole in it.
 */
export function writeNotice(
  template: NoticeTemplate,
  facts: NoticeFacts,
  writing: NoticeWriting,
): Result<WrittenNotice, WritingRefusal> {
  const words = template.words[writing.language]
  const isSms = writing.channel === 'sms'
  const title = fill(template.event, words.title, facts, writing)
  if (!title.ok) return title
  const body = fill(template.event, isSms ? (words.sms ?? words.text) : words.text, facts, writing)
  if (!body.ok) return body
  const text = isSms ? smsText(writing.signature, body.value) : body.value
  if (isSms && text.length > longestSms) return refuse('sms-too-long', { length: text.length })
  return accept({ title: title.value, text, link: template.link.replace('{subject}', facts.subject) })
}

function fill(
  event: NoticeEventType,
  words: string,
  { values }: NoticeFacts,
  writing: Writing,
): Result<string, 'value-missing' | ValueRefusal> {
  const kinds = noticeEvent(event).values
  let text = words
  for (const name of valueNames(words)) {
    const kind = kinds[name]
    const value = values[name]
    if (kind === undefined || (typeof value !== 'string' && typeof value !== 'number'))
      return refuse('value-missing', { event, name })
    const written = writeValue(kind, value, writing)
    if (!written.ok) return written
    text = text.replaceAll(`{${name}}`, () => written.value)
  }
  return accept(text)
}
