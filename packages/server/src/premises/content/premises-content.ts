/**
 * The rules of space as the zone wrote them: carriers, industries, the department in charge, clocks. Read once, judged at
 * once.
 */

import { join } from 'node:path'
import type { NeedRule } from '@guanjia/core/premises'
import { array, enum as choice, int, object, type output, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string(), en: string() })
const sourced = { source: string().min(1), mark: choice(['S', 'G', 'U']) }
const figure = object({ value: int().min(0), unit: string(), ...sourced })
const span = figure.extend({ unit: choice(['working-days', 'natural-days']) })

const rulesFile = object({
  department: object({ id: string(), ...sourced }),
  clocks: object({
    transferWithin: span,
    receiveWithin: span,
    proposeWithin: span,
    viewWithin: span,
    leaseWithin: span,
  }),
  offer: figure,
  askBefore: figure,
  candidates: figure,
  relaxations: figure,
  importAtMost: figure,
  photos: figure,
})
const carriersFile = object({
  carriers: array(object({ id: string(), name: wording, street: string(), phone: string() })).min(1),
})
const industriesFile = object({
  industries: array(object({ id: string().regex(/^[A-T]\d{2}$/), name: wording })).min(1),
})

/** A carrier as the zone lists it. */
export type Carrier = output<typeof carriersFile>['carriers'][number]

/** Everything this room asks of the content. */
export interface PremisesContent {
  readonly carriers: readonly Carrier[]
  readonly industries: output<typeof industriesFile>['industries']
  /** id of the authority that is in charge of needs */
  readonly department: string
  readonly rule: NeedRule
  readonly clocks: output<typeof rulesFile>['clocks']
  readonly offerDays: number
  readonly askBeforeDays: number
  readonly candidates: number
  readonly relaxations: number
  readonly importAtMost: number
  /** how many photos a room may have */
  readonly photosAtMost: number
}

/** Reads `premises/` of a zone; an id given twice closes the house. */
export function readPremisesContent(contentFolder: string): PremisesContent {
  const read = (name: string): unknown => readContentFile(join(contentFolder, 'premises', name))
  const { department, clocks, ...figures } = rulesFile.parse(read('rules.yaml'))
  const { carriers } = carriersFile.parse(read('carriers.yaml'))
  const { industries } = industriesFile.parse(read('industries.yaml'))
  demandOnce('premises/carriers.yaml', carriers)
  demandOnce('premises/industries.yaml', industries)
  const days = ({ value, unit }: output<typeof span>) => ({ value, unit })
  return {
    carriers,
    industries,
    department: department.id,
    clocks,
    rule: {
      transferWithin: days(clocks.transferWithin),
      receiveWithin: days(clocks.receiveWithin),
      proposeWithin: days(clocks.proposeWithin),
      viewWithin: days(clocks.viewWithin),
      leaseWithin: days(clocks.leaseWithin),
    },
    offerDays: figures.offer.value,
    askBeforeDays: figures.askBefore.value,
    candidates: figures.candidates.value,
    relaxations: figures.relaxations.value,
    importAtMost: figures.importAtMost.value,
    photosAtMost: figures.photos.value,
  }
}

function demandOnce(place: string, listed: readonly { readonly id: string }[]): void {
  const ids = listed.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new Error(`${place}: ${twice} is listed twice`)
}
