/**
 * A kept plan as a file.
 */

import { join } from 'node:path'
import { plainDate } from '@guanjia/core/calendar'
import { workingDayAxis } from '@guanjia/core/planning'
import {
  type PlanPaperSource,
  planCard,
  planEvents,
  planExchange,
  planListPaper,
  planPaper,
  planSheet,
  planWorkbook,
  readPlanWords,
} from '../../planning/index.ts'
import { createTypesetter } from '../../platform/documents/index.ts'
import type { KeptPlan } from '../plans/kept-plan.ts'
import type { ProjectsRoom } from '../projects-ports.ts'

/** The files a plan can be had as. */
export type PlanFormat = 'pdf' | 'list' | 'svg' | 'xlsx' | 'mspdi' | 'ics'

/** What is told of the project in its files. */
export interface FiledProject {
  readonly number: string
  readonly name: string
}

/** The bytes of a file and its kind. */
export interface PlanFile {
  readonly bytes: Buffer
  readonly type: string
  readonly name: string
}

/** A link that a picture leads to. */
export interface PicturedLink {
  readonly url: string
  readonly until: string
}

/** Makes files of plans. */
export interface PlanPress {
  readonly file: (format: PlanFormat, project: FiledProject, kept: KeptPlan) => Promise<PlanFile>
  /** a picture to send on, with the code of a link */
  readonly card: (link: PicturedLink, project: FiledProject, kept: KeptPlan) => PlanFile
}

const kinds: Readonly<Record<PlanFormat, { readonly type: string; readonly ending: string }>> = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  list: { type: 'application/pdf', ending: 'list.pdf' },
  svg: { type: 'image/svg+xml', ending: 'svg' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  mspdi: { type: 'application/xml', ending: 'xml' },
  ics: { type: 'text/calendar; charset=utf-8', ending: 'ics' },
}

/** Opens the press of plans with the words of the zone. */
export function openPlanPress({ zone, contentFolder, origin }: ProjectsRoom): PlanPress {
  const words = readPlanWords(contentFolder)
  const typesetter = createTypesetter({ templates: join(contentFolder, 'documents'), reviewed: new Map() })
  return {
    file: async (format, project, kept) => {
      const source = sourceOf(project, kept)
      return {
        bytes: Buffer.from(await contentOf(format, source, { project, kept })),
        type: kinds[format].type,
        name: `${project.number}-${kept.version}.${kinds[format].ending}`,
      }
    },
    card: ({ url, until }, project, kept) => ({
      bytes: Buffer.from(planCard({ ...sourceOf(project, kept), link: url, until })),
      type: kinds.svg.type,
      name: `${project.number}-${kept.version}-card.svg`,
    }),
  }

  function sourceOf({ name }: FiledProject, { plan, row, catalogue }: KeptPlan): PlanPaperSource {
    const days = workingDayAxis(zone.calendar, plainDate(row.start_on))
    if (!days.ok) throw new Error(`a kept plan has a calendar: ${days.code}`)
    return {
      plan,
      days: days.value,
      calendar: zone.calendar,
      words,
      project: name,
      commitments: catalogue.path.commitments,
      link: `${origin}/my/projects/${row.project_id}`,
    }
  }

  function contentOf(
    format: PlanFormat,
    source: PlanPaperSource,
    { project, kept }: { readonly project: FiledProject; readonly kept: KeptPlan },
  ): string | Uint8Array | Promise<Uint8Array> {
    const at = kept.row.made_at
    switch (format) {
      case 'pdf':
        return typesetter.render(planPaper(source, at))
      case 'list':
        return typesetter.render(planListPaper(source, at))
      case 'svg':
        return planSheet(source)
      case 'xlsx':
        return planWorkbook(source, at)
      case 'mspdi':
        return planExchange(source)
      case 'ics':
        return planEvents(source, {
          key: project.number,
          domain: `${zone.zone.id}.guanjia`,
          sequence: kept.version,
          at,
        })
    }
  }
}
