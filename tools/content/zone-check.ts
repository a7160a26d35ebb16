/**
 * All findings of a zone's content, in the order of files and lines.
 */

import { basename } from 'node:path'
import { calendarFindings } from './calendar-check.ts'
import { catalogueFindings } from './catalogue-check.ts'
import { type Finding, findingAt, isRecord, readZone } from './content-file.ts'
import { decisionFindings } from './decision-check.ts'
import { figureFindings } from './figure-check.ts'
import { noticeFindings } from './notice-check.ts'
import { readerFindings } from './reader-check.ts'
import { ruleFindings } from './rule-check.ts'
import { problemFindings, wordingFindings } from './wording-check.ts'

/** What a check came to. */
export interface ZoneCheck {
  readonly files: number
  readonly findings: readonly Finding[]
}

/**
 * Checks the content below `folder`.
 *
 * @param home - what the names of files are relative to
 * @param codes - the problem codes that must have a text
 */
export function checkZone(folder: string, home: string, codes: readonly string[]): ZoneCheck {
  const { files, findings } = readZone(folder, home)
  const zone = files.find(({ place }) => place === 'zone.yaml')
  const value = zone && isRecord(zone.value) ? zone.value : {}
  const languages = Array.isArray(value.languages) ? value.languages.map(String) : ['zh-CN']
  const all = [
    ...findings,
    ...(zone ? zoneFindings(zone, basename(folder)) : [noZone(folder)]),
    ...files.flatMap((file) => [...figureFindings(file), ...textsOf(file, languages)]),
    ...problemFindings(files, languages, codes),
    ...calendarFindings(files),
    ...noticeFindings(files),
    ...ruleFindings(files),
    ...decisionFindings(files),
    ...catalogueFindings(files, languages),
  ]
  const order = all.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
  return { files: files.length, findings: order }
}

/** Checks the content as `checkZone` does, and lets every room of the house read it. */
export function checkWholeZone(folder: string, home: string, codes: readonly string[]): ZoneCheck {
  const { files, findings } = checkZone(folder, home, codes)
  const known = new Set(findings.map(({ file, line }) => `${file}:${line}`))
  const more = readerFindings(folder, home, readZone(folder, home).files)
  return { files, findings: [...findings, ...more.filter(({ file, line }) => !known.has(`${file}:${line}`))] }
}

/** Texts of problems have a check of their own. */
function textsOf(
  file: Parameters<typeof wordingFindings>[0],
  languages: readonly string[],
): readonly Finding[] {
  return file.place.startsWith('problems/') ? [] : wordingFindings(file, languages)
}

function zoneFindings(zone: Parameters<typeof findingAt>[0], name: string): readonly Finding[] {
  const id = isRecord(zone.value) ? zone.value.id : undefined
  return id === name
    ? []
    : [findingAt(zone, ['id'], 'zone-misnamed', `The folder is called ${name}, the zone ${String(id)}.`)]
}

function noZone(folder: string): Finding {
  return { file: folder, line: 1, code: 'zone-missing', sentence: 'There is no zone.yaml.' }
}
