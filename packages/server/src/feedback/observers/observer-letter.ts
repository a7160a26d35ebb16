/**
 * The letter of appointment in official layout, sealed; the same term gives the same letter.
 */

import { join } from 'node:path'
import { filled } from '@guanjia/core/kernel'
import { array, object, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'
import { createTypesetter } from '../../platform/documents/index.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { openDevelopmentSeal, signPdf } from '../../platform/signing/index.ts'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import type { NamedTerm } from './observer-terms.ts'

const rareFile = object({ characters: array(object({ character: string(), description: string() })) })

/** Renders a letter. */
export type RenderLetter = (term: NamedTerm) => Promise<Answer<Buffer>>

/** Opens typesetter and seal. */
export function openObserverLetter(ports: FeedbackPorts): RenderLetter {
  const templates = join(ports.contentFolder, 'documents')
  const { characters } = rareFile.parse(readContentFile(join(templates, 'rare-characters.yaml')))
  const reviewed = new Map(characters.map(({ character, description }) => [character, description]))
  const typesetter = createTypesetter({ templates, reviewed })
  const seal = openDevelopmentSeal(ports.keysFolder, ports.clock.now())
  const { paper } = ports.observers
  return async (term) => {
    const { appointed_at: at, number } = term
    const page = typesetter.render({ template: 'notice', at, data: letterOf(ports, term) })
    const bytes = await signPdf(page, seal, { ...paper.signature, name: paper.author, at })
    const name = encodeURIComponent(filled(paper.file, { number }))
    return answer(bytes, { headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` } })
  }
}

function letterOf(ports: FeedbackPorts, term: NamedTerm) {
  const { paper, kinds, term: length } = ports.observers
  const { rows } = paper
  const from = dayInWords(term.from_day)
  const until = dayInWords(term.until_day)
  return {
    title: `${paper.heading} ${term.number}`,
    author: paper.author,
    keywords: [],
    demonstration: ports.demonstration ? paper.demonstration : null,
    heading: paper.heading,
    number: term.number,
    addressee: filled(paper.addressee, { name: term.name }),
    paragraphs: [filled(paper.opening, { years: numeralOf(length.value), from, until })],
    rows: [
      { label: rows.kind, value: kinds.find(({ id }) => id === term.kind)?.name['zh-CN'] ?? term.kind },
      { label: rows.organisation, value: term.organisation },
      { label: rows.term, value: `${from}至${until}` },
      { label: rows.tasks, value: paper.tasks },
    ],
    closing: paper.closing,
    footer: paper.footer,
    date: dayInWords(dayOf(ports, term.appointed_at)),
  }
}

function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A length of a few years as letters write it. */
function numeralOf(years: number): string {
  return '零一两三四五六七八九'.charAt(years) || String(years)
}
