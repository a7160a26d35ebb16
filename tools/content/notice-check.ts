/**
 * Notices: every event that people are told about has a text for each relation it knows, every value in a text is one of its
 * event, and every SMS fits into one with the longest values it may get.
 */

import {
  type NoticeTemplate,
  noticeEvents,
  parseNoticeTemplate,
  parseQuietHours,
  templateFindings,
} from '../../packages/core/src/notifications/index.ts'
import { type ContentFile, type Finding, findingAt, isRecord } from './content-file.ts'

interface Placed {
  readonly file: ContentFile
  readonly index: number
  readonly template: NoticeTemplate
}

/** What is wrong with the notices of a zone; nothing where the zone has none. */
export function noticeFindings(files: readonly ContentFile[]): readonly Finding[] {
  const notices = files.filter(({ place }) => place.startsWith('notices/'))
  const [first] = notices
  if (first === undefined) return []
  const delivery = notices.find(({ place }) => place === 'notices/delivery.yaml')
  if (delivery === undefined)
    return [findingAt(first, [], 'delivery-missing', 'There is no notices/delivery.yaml.')]
  const read = notices.filter((file) => file !== delivery).map(readTemplates)
  const placed = read.flatMap(({ templates }) => templates)
  return [
    ...deliveryFindings(delivery),
    ...read.flatMap(({ findings }) => findings),
    ...placed.flatMap((one) => [...ownFindings(one, signaturesOf(delivery)), ...repeated(one, placed)]),
    ...missing(first, placed),
  ]
}

function deliveryFindings(file: ContentFile): readonly Finding[] {
  const { quietHours } = isRecord(file.value) ? file.value : {}
  return parseQuietHours(quietHours, 0).ok
    ? []
    : [
        findingAt(
          file,
          ['quietHours'],
          'quiet-hours-malformed',
          'Quiet hours are { from: HH:MM, to: HH:MM }.',
        ),
      ]
}

function signaturesOf(file: ContentFile): Readonly<Record<'zh-CN' | 'en', string>> {
  const signatures = isRecord(file.value) && isRecord(file.value.signatures) ? file.value.signatures : {}
  return { 'zh-CN': String(signatures['zh-CN'] ?? ''), en: String(signatures.en ?? '') }
}

function readTemplates(file: ContentFile): { templates: readonly Placed[]; findings: readonly Finding[] } {
  const given = isRecord(file.value) && Array.isArray(file.value.notices) ? file.value.notices : []
  const templates: Placed[] = []
  const findings: Finding[] = []
  for (const [index, value] of given.entries()) {
    const parsed = parseNoticeTemplate(value)
    if (parsed.ok) templates.push({ file, index, template: parsed.value })
    else {
      const faults = Array.isArray(parsed.because.faults) ? parsed.because.faults.join('; ') : ''
      findings.push(findingAt(file, ['notices', index], 'notice-malformed', `${faults}.`))
    }
  }
  return { templates, findings }
}

function ownFindings(
  { file, index, template }: Placed,
  signatures: Readonly<Record<'zh-CN' | 'en', string>>,
): readonly Finding[] {
  return templateFindings(template, signatures).map(({ part, code, sentence }) =>
    findingAt(file, ['notices', index, ...part.split('.')], code, sentence),
  )
}

function repeated({ file, index, template }: Placed, all: readonly Placed[]): readonly Finding[] {
  const isFirst = all.find((other) => other.template.id === template.id)?.template === template
  return isFirst
    ? []
    : [findingAt(file, ['notices', index, 'id'], 'notice-repeated', `${template.id} is written twice.`)]
}

function missing(file: ContentFile, placed: readonly Placed[]): readonly Finding[] {
  return Object.entries(noticeEvents).flatMap(([event, { relations }]) =>
    relations
      .filter(
        (relation) =>
          !placed.some(({ template }) => template.event === event && template.to.includes(relation)),
      )
      .map((relation) => ({
        file: file.file.replace(/[^/]+$/, ''),
        line: 1,
        code: 'notice-missing',
        sentence: `Nothing says to the ${relation} what ${event} means.`,
      })),
  )
}
