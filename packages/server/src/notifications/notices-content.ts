/**
 * The zone's notices: who is told of which event in which words, and how they are delivered. Read once, judged at once.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type NoticeTemplate,
  parseNoticeTemplate,
  parseQuietHours,
  type QuietHours,
  type RetryRule,
} from '@guanjia/core/notifications'
import { array, int, looseObject, object, string, unknown } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const deliveryFile = looseObject({
  signatures: object({ 'zh-CN': string().min(1), en: string().min(1) }),
  quietHours: unknown(),
  retry: object({ waitMinutes: array(int().min(1)).min(1) }),
  service: looseObject({ basis: string().min(1) }),
  mail: object({ closing: object({ 'zh-CN': string(), en: string() }) }),
})

const noticesFile = looseObject({ notices: array(unknown()).min(1) })

/** What the notices of a zone are made from. */
export interface NoticesContent {
  /** the templates of each event */
  readonly templates: ReadonlyMap<string, readonly NoticeTemplate[]>
  readonly signatures: Readonly<Record<'zh-CN' | 'en', string>>
  /** last line of every mail */
  readonly closing: Readonly<Record<'zh-CN' | 'en', string>>
  readonly quietHours: QuietHours
  readonly retry: RetryRule
  /** article that electronic service rests on */
  readonly serviceBasis: string
}

/** Reads `content/<zone>/notices`; throws with the file and what is wrong in it. */
export function readNoticesContent(contentFolder: string, utcOffsetMinutes: number): NoticesContent {
  const folder = join(contentFolder, 'notices')
  const read = (name: string): unknown => readContentFile(join(folder, name))
  const delivery = deliveryFile.parse(read('delivery.yaml'))
  const quietHours = parseQuietHours(delivery.quietHours, utcOffsetMinutes)
  if (!quietHours.ok) throw new Error('notices/delivery.yaml: the quiet hours cannot be read')
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'delivery.yaml')
  const templates = names.toSorted().flatMap((name) =>
    noticesFile.parse(read(name)).notices.map((value) => {
      const parsed = parseNoticeTemplate(value)
      if (!parsed.ok) throw new Error(`notices/${name}: ${JSON.stringify(parsed.because)}`)
      return parsed.value
    }),
  )
  return {
    templates: byEvent(templates),
    signatures: delivery.signatures,
    closing: delivery.mail.closing,
    quietHours: quietHours.value,
    retry: delivery.retry,
    serviceBasis: delivery.service.basis,
  }
}

function byEvent(templates: readonly NoticeTemplate[]): NoticesContent['templates'] {
  const groups = new Map<string, readonly NoticeTemplate[]>()
  for (const template of templates)
    groups.set(template.event, [...(groups.get(template.event) ?? []), template])
  return groups
}
