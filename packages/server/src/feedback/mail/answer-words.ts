/**
 * The words of answers by mail: Chinese first, English below, what is filled in on its own places.
 */

import type { MailAnswer, MailContent } from './mail-content.ts'
import type { LeftOut } from './mail-tables.ts'

const megabyte = 1024 * 1024

/** The whole text; what a text names and nobody gave is a fault of the house. */
export function answerWords(
  { answers }: Pick<MailContent, 'answers'>,
  about: MailAnswer,
  values: Readonly<Record<string, string>>,
): string {
  const fill = (text: string) =>
    text.replace(/\{([\w-]+)\}/g, (_mark, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`the answer about ${about} names ${name}, which nobody gave`)
      return value
    })
  const { 'zh-CN': chinese, en } = answers[about]
  return [chinese, en]
    .map((text) =>
      fill(text)
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    )
    .join('\n\n——\n')
}

/** Which attachments were not taken, and why; empty where all were. */
export function leftOutWords({ left }: Pick<MailContent, 'left'>, leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return ''
  const lines = leftOut.map(({ name, reason }) => `- ${name}：${left[reason]}`)
  return `\n${[left.heading, ...lines].join('\n')}\n`
}

/** Where reports of misconduct are taken. */
export function wayWords(
  { confidential }: Pick<MailContent, 'confidential'>,
  url: string | undefined,
  language: 'zh-CN' | 'en',
): string {
  if (url === undefined) return confidential.without[language]
  return confidential.with[language].replace('{url}', () => url)
}

/** `3.2 MB`. */
export function sizeText(bytes: number): string {
  return `${Number((bytes / megabyte).toFixed(1))} MB`
}
