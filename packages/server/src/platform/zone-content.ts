/**
 * What every room asks of the zone: its name, its time, its calendars and hours. Read once, judged at once; a zone with
 * a fault in them does not open.
 */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type OfficeHours,
  parseCalendarYear,
  parseOfficeHours,
  type WorkingCalendar,
  workingCalendar,
} from '@guanjia/core/calendar'
import { parse } from 'yaml'
import { array, int, looseObject, object, type output, string } from 'zod'
import { readContentFile } from './content-file.ts'

const wording = object({ 'zh-CN': string(), en: string() })

/** What the site is called, who runs it, which filings it must show. */
const siteFile = object({
  name: wording,
  organiser: wording,
  /** a company name as one of this zone would read */
  exampleCompany: string(),
  filings: array(object({ label: wording, number: string() })),
})

const zoneFile = looseObject({
  id: string(),
  name: wording,
  site: siteFile,
  timeZone: string(),
  utcOffsetMinutes: int(),
  ledgerKeys: array(string()).default([]),
})

/** The zone. */
export interface ZoneContent {
  /** `zone.yaml` as it stands */
  readonly zone: output<typeof zoneFile>
  /** name of the zone's ledger, in every checkpoint; may never change */
  readonly ledgerOrigin: string
  /** public keys of the ledger, Base64, as somebody looked at them and wrote them into the zone */
  readonly ledgerKeys: readonly string[]
  /** minutes that local time is ahead of UTC, the whole year */
  readonly utcOffsetMinutes: number
  readonly calendar: WorkingCalendar
  readonly officeHours: OfficeHours
}

/** Reads the zone's folder; throws with the file and what is wrong in it. */
export function readZoneContent(folder: string): ZoneContent {
  const zone = zoneFile.parse(readContentFile(join(folder, 'zone.yaml')))
  return {
    zone,
    ledgerOrigin: `guanjia/${zone.id}/ledger`,
    ledgerKeys: zone.ledgerKeys,
    utcOffsetMinutes: zone.utcOffsetMinutes,
    calendar: readCalendar(folder),
    officeHours: readHours(folder, zone.utcOffsetMinutes),
  }
}

/** The working calendar of the zone; its version is a hash of the notices, so that a correction is a new version. */
export function readCalendar(folder: string): WorkingCalendar {
  const place = join(folder, 'calendar')
  const hash = createHash('sha256')
  const years = readdirSync(place)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(place, name), 'utf8')
      hash.update(text)
      const year = parseCalendarYear(parse(text))
      if (!year.ok) throw new Error(`calendar/${name}: ${faultsOf(year.because)}`)
      return year.value
    })
  return workingCalendar(hash.digest('hex').slice(0, 16), years)
}

function readHours(folder: string, utcOffsetMinutes: number): OfficeHours {
  const hours = parseOfficeHours(readContentFile(join(folder, 'hours.yaml')), utcOffsetMinutes)
  if (!hours.ok) throw new Error(`hours.yaml: ${faultsOf(hours.because)}`)
  return hours.value
}

function faultsOf(because: Readonly<Record<string, unknown>>): string {
  return Object.values(because).flat().map(String).join('; ')
}
