/**
 * The minutes of a concluded consultation, set and sealed.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { readConsultation } from '@guanjia/contract/supervision'
import { systemPrincipal } from '@guanjia/core/access'
import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import { type Answer, answer } from '../../../platform/http/answer.ts'
import { openSealedPaper } from '../../sealed-paper.ts'
import { dayOf, type SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import { unitNamed } from '../../tasks/task-view.ts'
import type { ConsultationRow } from '../consultation-store.ts'
import { readConsultationPage, readLooks } from './consultation-view.ts'

/** Renders the minutes. */
export type RenderMinutes = (
  id: string,
) => Promise<Result<Answer<Buffer>, 'joint-consultation-unknown' | 'conclusion-not-signed'>>

type Concluded = ConsultationRow & { readonly concluded_at: Date }

function isConcluded(row: ConsultationRow): row is Concluded {
  return row.concluded_at !== null
}

/** Opens typesetter and seal. */
export function openConsultationPaper(room: SupervisionRoom): RenderMinutes {
  const { paper } = room.consultations
  const render = openSealedPaper(room, { ...paper.signature, name: paper.author })
  return async (id) => {
    const row = await supervisionTables(room.database)
      .selectFrom('consultation')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) return refuse('joint-consultation-unknown')
    if (!isConcluded(row)) return refuse('conclusion-not-signed')
    const bytes = await render(row.concluded_at, await minutesOf(room, row))
    const name = filled(paper.file, { number: row.number })
    return accept(
      answer(bytes, {
        headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
      }),
    )
  }
}

async function minutesOf(room: SupervisionRoom, row: Concluded) {
  const { paper } = room.consultations
  const reader = {
    principal: systemPrincipal('supervision.print-consultation'),
    language: 'zh-CN',
    now: row.concluded_at,
  } as const
  const page = await readConsultationPage(room, row.id, reader)
  if (!page.ok) throw new Error('a concluded consultation can be read')
  const { members, question } = page.value
  return {
    title: `${paper.heading} ${row.number}`,
    author: paper.author,
    keywords: [],
    demonstration: room.demonstration ? paper.demonstration : null,
    heading: paper.heading,
    number: row.number,
    addressee: paper.addressee,
    paragraphs: [
      filled(paper.opening, {
        from: dayOf(room, row.convened_at),
        until: dayOf(room, row.concluded_at),
        title: row.title,
        question,
      }),
    ],
    rows: await rowsOf(room, row, page.value),
    closing: [
      ...members.map(({ name, unit, statement }) =>
        filled(paper.statement, { name, unit, words: statement ?? '' }),
      ),
      filled(paper.signatures, { names: members.map(({ name }) => name).join('、') }),
    ],
    footer: paper.footer,
    date: dayOf(room, row.concluded_at),
  }
}

type Page = RouteOutput<typeof readConsultation>

async function rowsOf(room: SupervisionRoom, row: Concluded, { members, pieces, tasks }: Page) {
  const { paper, subjects } = room.consultations
  const evidence = await evidenceTexts(room, row, pieces)
  const following = tasks.map(({ number, dueOn: due }) => filled(paper.task, { number, due }))
  const revision = String(row.revision)
  return [
    { label: paper.rows.subject, value: `${subjects[row.subject_kind]['zh-CN']}：${row.title}` },
    {
      label: paper.rows.members,
      value: members.map(({ name, unit }) => filled(paper.member, { name, unit })).join('、'),
    },
    { label: paper.rows.evidence, value: evidence.join('；') },
    { label: paper.rows.focus, value: row.focus ?? '' },
    { label: paper.rows.cause, value: row.cause ?? '' },
    { label: paper.rows.unit, value: unitNamed(room, row.unit ?? '', 'zh-CN').name },
    { label: paper.rows.revision, value: filled(paper.revision, { revision }) },
    { label: paper.rows.tasks, value: following.length === 0 ? paper.noTasks : following.join('、') },
  ]
}

/** What was opened until the last signature: later looks change no minutes. */
async function evidenceTexts(room: SupervisionRoom, row: Concluded, pieces: Page['pieces']) {
  const looks = await readLooks(room, row.id, row.concluded_at)
  return pieces.map(({ place, title }) => {
    const here = looks.filter((look) => look.place === place)
    const times = here.reduce((sum, { count }) => sum + count, 0)
    return filled(room.consultations.paper.evidence, {
      place: String(place),
      title,
      people: String(here.length),
      looks: String(times),
    })
  })
}
