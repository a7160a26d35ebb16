/**
 * Moments as people in the zone read them, whatever the device is set to.
 */

import type { Language } from '../page.tsx'

const zone = 'Asia/Shanghai'
const locales = { 'zh-CN': 'zh-CN', en: 'en-GB' } as const

/** 14:03 */
export function clockText(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

/** 2026年3月2日 14:03, 2 March 2026 14:03 */
export function momentText(instant: string, language: Language = 'zh-CN'): string {
  return `${longDate(new Date(instant), zone, language)} ${clockText(instant)}`
}

/** 2026年3月2日 or 2 March 2026, from a plain day */
export function dayText(day: string, language: Language = 'zh-CN'): string {
  return longDate(new Date(`${day}T00:00:00Z`), 'UTC', language)
}

function longDate(date: Date, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'long' }).format(date)
}

/** The day it is in the zone, 2026-03-02. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now)
}
