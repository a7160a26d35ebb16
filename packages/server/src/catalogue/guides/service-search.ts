/**
 * Finds services by the words people type: parts of the name in either language, the id, what it gives, or the initials
 * of the sounds, `sgxkz` for 施工许可证.
 */

import type { Catalogue, PublicService } from '@guanjia/core/catalogue'
import { pinyin } from 'pinyin-pro'

/** A service and what it is found by. */
interface IndexedService {
  readonly service: PublicService
  /** in small letters: id, names, names of outputs */
  readonly words: string
  /** initials of the sounds of the name */
  readonly initials: string
}

/** Services ready to be searched. */
export type ServiceIndex = readonly IndexedService[]

/** Prepares the services of a catalogue. */
export function serviceIndex({ services, outputs }: Catalogue): ServiceIndex {
  const outputNames = new Map(outputs.map(({ id, name }) => [id, Object.values(name)]))
  return services.map((service) => {
    const given = service.outputs.flatMap((id) => outputNames.get(id) ?? [])
    const words = [service.id, ...Object.values(service.name), ...given].join(' ').toLowerCase()
    return { service, words, initials: initialsOf(service.name['zh-CN'] ?? '') }
  })
}

/** Services that hold every word of the text, in the order of the catalogue; all of them for an empty text. */
export function searchServices(index: ServiceIndex, text: string): readonly PublicService[] {
  const asked = text
    .toLowerCase()
    .split(/[\s，、]+/)
    .filter((word) => word !== '')
  return index
    .filter(({ words, initials }) => asked.every((word) => words.includes(word) || initials.includes(word)))
    .map(({ service }) => service)
}

/** The initials of the sounds of a name, in small letters. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' })
    .join('')
    .toLowerCase()
}
