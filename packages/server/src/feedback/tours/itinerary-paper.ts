/**
 * The itinerary of a tour as it is taken along: day by day, place, host, and who goes.
 */

import { join } from 'node:path'
import { filled } from '@guanjia/core/kernel'
import { array, object, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'
import { createTypesetter } from '../../platform/documents/index.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { type LoadedStop, loadStops, type TourRow } from './tour-reading.ts'

const rareFile = object({ characters: array(object({ character: string(), description: string() })) })

/** Renders the itinerary of a tour as it stands. */
export type RenderItinerary = (tour: TourRow) => Promise<Answer<Buffer>>

/** Opens the typesetter. */
export function openItineraryPaper(ports: FeedbackPorts): RenderItinerary {
  const templates = join(ports.contentFolder, 'documents')
  const { characters } = rareFile.parse(readContentFile(join(templates, 'rare-characters.yaml')))
  const reviewed = new Map(characters.map(({ character, description }) => [character, description]))
  const typesetter = createTypesetter({ templates, reviewed })
  return async (tour) => {
    const stops = await loadStops(ports.database, [tour.id])
    const at = ports.clock.now()
    const bytes = typesetter.render({ template: 'notice', at, data: paperOf(ports, tour, stops) })
    const name = encodeURIComponent(filled(ports.tours.paper.file, { number: tour.number }))
    return answer(Buffer.from(bytes), {
      headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    })
  }
}

function paperOf(ports: FeedbackPorts, tour: TourRow, stops: readonly LoadedStop[]) {
  const { paper } = ports.tours
  const { title, number, departments, from_day: from, until_day: until } = tour
  const names = departments.map((each) => authorityNamed(ports, each).name['zh-CN']).join('、')
  return {
    title: `${paper.heading} ${number}`,
    author: paper.author,
    keywords: [],
    demonstration: ports.demonstration ? paper.demonstration : null,
    heading: paper.heading,
    number,
    addressee: filled(paper.addressee, { departments: names }),
    paragraphs: [
      filled(paper.opening, { title, from: dayInWords(from), until: dayInWords(until) }),
      ...(stops.length === 0 ? [paper.empty] : []),
    ],
    rows: stops.map((stop) => rowOf(ports, stop)),
    closing: paper.closing,
    footer: paper.footer,
    date: dayInWords(dayOf(ports, ports.clock.now())),
  }
}

const yearLength = '2026年'.length

function rowOf(ports: FeedbackPorts, stop: LoadedStop) {
  const { paper } = ports.tours
  const goers = stop.goers
    .map(({ name, department }) => `${name}（${authorityNamed(ports, department).name['zh-CN']}）`)
    .join('、')
  const { place, host, dropped_because: reason } = stop
  return {
    // the year stands in the opening; a day is to fit in one line
    label: `${dayInWords(stop.on_day).slice(yearLength)}${paper.halves[stop.half]}`,
    value: `${filled(paper.stop, { place, host, goers })}${reason === null ? '' : filled(paper.dropped, { reason })}`,
  }
}

function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
