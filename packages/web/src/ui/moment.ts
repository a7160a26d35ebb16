/**
 * Moments as people in the zone read them, whatever the device is set to.
 */

const zone = 'Asia/Shanghai'

/** 14:03 */
export function clockText(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

/** 2026年3月2日 14:03 */
export function momentText(instant: string, language: 'zh-CN' | 'en' = 'zh-CN'): string {
  const date = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'long' }).format(
    new Date(instant),
  )
  return `${date} ${clockText(instant)}`
}

/** 2026年3月2日, from a plain day */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
