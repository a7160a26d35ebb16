import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainDate } from '@guanjia/core/calendar'
import { projectPlan, readProjectFacts, workingDayAxis } from '@guanjia/core/planning'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCatalogueContent } from '../catalogue/index.ts'
import { createTypesetter, pageTexts, readPdfFile } from '../platform/documents/index.ts'
import { readCalendar } from '../platform/zone-content.ts'
import { planCard } from './plan-card.ts'
import type { PlanPaperSource } from './plan-drawing.ts'
import { planEvents } from './plan-events.ts'
import { planExchange } from './plan-exchange.ts'
import { planListPaper, planPaper } from './plan-paper.ts'
import { planSheet } from './plan-sheet.ts'
import { readPlanWords } from './plan-words.ts'
import { planWorkbook } from './plan-workbook.ts'

const zone = join(import.meta.dirname, '../../../../content/qingdao')
const { catalogue } = readCatalogueContent(zone)
const calendar = readCalendar(zone)
const words = readPlanWords(zone)
const at = new Date('2023-02-01T01:00:00Z')

function sourceOf(file: string, signed: readonly string[], day = '2023-02-01'): PlanPaperSource {
  const example = parse(readFileSync(join(zone, 'examples/projects', file), 'utf8')) as {
    readonly facts: unknown
  }
  const facts = readProjectFacts(catalogue.attributes, example.facts)
  const start = plainDate(day)
  const days = workingDayAxis(calendar, start)
  if (!facts.ok || !days.ok) throw new Error('the example cannot be read')
  const plan = projectPlan(catalogue, calendar, { facts: facts.value, view: 'project', start, signed })
  if (!plan.ok) throw new Error(plan.code)
  const { commitments } = catalogue.path
  return {
    plan: plan.value,
    days: days.value,
    calendar,
    words,
    project: '青岛中医药 <创新> 基地, 一期',
    commitments,
  }
}

const source = sourceOf('p1-tcm-innovation-base.yaml', ['C1', 'C3'])

describe(planSheet, () => {
  const svg = planSheet(source)

  it('draws every step once, with its name, and lets no text be markup', () => {
    expect(svg).toContain('>施工图设计<')
    expect(svg).toContain('>诺 农民工工资保证金与工伤保险<')
    expect(svg).toContain('青岛中医药 &lt;创新&gt; 基地')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('tells the permit, and how much sooner it comes', () => {
    expect(svg).toContain('施工许可 2023-05-22')
    expect(svg).toContain('提前8个工作日')
    expect(svg).not.toContain('放假安排尚未公布')
    expect(planSheet(sourceOf('p1-tcm-innovation-base.yaml', [], '2026-09-01'))).toContain(
      '2027年放假安排尚未公布',
    )
  })
})

describe(planPaper, () => {
  const typesetter = createTypesetter({ templates: join(zone, 'documents'), reviewed: new Map() })

  it.each(['p1-tcm-innovation-base.yaml', 'p4-office-fitout.yaml'])(
    'fits %s on one page, table and all',
    (file) => {
      const pages = pageTexts(readPdfFile(typesetter.render(planPaper(sourceOf(file, []), at))))
      expect(pages).toHaveLength(1)
      const page = pages[0]?.replaceAll(/\s/g, '') ?? ''
      for (const text of ['审批流程图', '总时差', '施工图设计', '起算日', '2023-02-01'])
        expect(page).toContain(text)
    },
  )

  it('gives the same bytes for the same plan and moment', () => {
    const paper = planPaper(source, at)
    const again = createTypesetter({ templates: join(zone, 'documents'), reviewed: new Map() })
    expect(again.render(paper).equals(typesetter.render(paper))).toBe(true)
  })
})

describe(planCard, () => {
  const card = planCard({ ...source, link: 'https://zone.example/plan/abc', until: '2023-05-02' })

  it('says what the plan comes to and until when its code opens', () => {
    for (const words of ['青岛中医药', '预计取得施工许可', '2023-05-22', '只读，2023-05-02 前可看'])
      expect(card).toContain(words)
    expect(card).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('breaks a long name and leaves nothing of it out', () => {
    const project = '青岛高新区'.repeat(9)
    const long = planCard({ ...source, project, link: 'https://zone.example/plan/abc', until: '2023-05-02' })
    const written = [...long.matchAll(/font-size="36"[^>]*>([^<]*)</g)].map(([, line]) => line)
    expect(written.length).toBeGreaterThan(1)
    expect(written.join('')).toBe(project)
  })
})

describe(planListPaper, () => {
  const typesetter = createTypesetter({ templates: join(zone, 'documents'), reviewed: new Map() })
  const listed = { ...source, link: 'https://zone.example/my/projects/1' }
  const pages = pageTexts(readPdfFile(typesetter.render(planListPaper(listed, at)))).map((page) =>
    page.replaceAll(/\s/g, ''),
  )

  it('lists every step once, on pages that each say what their columns are and how many there are', () => {
    expect(pages.length).toBeGreaterThan(1)
    for (const [place, page] of pages.entries()) {
      expect(page).toContain('最晚完成')
      expect(page).toContain(`${place + 1}/${pages.length}`)
    }
    const whole = pages.join('')
    for (const { name } of source.plan.steps)
      expect(whole).toContain(name['zh-CN']?.split('（')[0]?.replaceAll(/\s/g, ''))
  })

  it('says who made it, the permit, and where the newest version is', () => {
    expect(pages[0]).toContain(source.plan.dates?.permit ?? '-')
    expect(pages[0]).toContain('扫码看最新一版')
    expect(pages[0]).toContain(words.author)
  })
})

describe(planWorkbook, () => {
  it('holds summary, steps with real dates, and a sentence for each commitment', async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load((await planWorkbook(source, at)) as never)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['概要', '步骤', '承诺'])
    const [summary, steps, commitments] = book.worksheets
    expect(summary?.getCell('B4').value).toEqual(new Date('2023-05-22T00:00:00Z'))
    expect(steps?.rowCount).toBe(source.plan.steps.length + 1)
    const permit = steps?.getRows(2, source.plan.steps.length)?.find((row) => row.getCell(2).value === 'M307')
    expect(permit?.getCell(3).value).toBe('建筑工程施工许可证核发')
    expect(permit?.getCell(7).value).toEqual(new Date('2023-05-22T00:00:00Z'))
    expect(permit?.getCell(9).value).toBe('关键')
    expect(commitments?.getCell('E2').value).toBe('若不签，施工许可晚5个工作日')
    expect(commitments?.getCell('E3').value).toBe('不在关键线路上，签了也不提前')
  })
})

describe(planEvents, () => {
  const setting = { key: 'p1', domain: 'qingdao.guanjia', sequence: 0, at }
  const feed = planEvents(source, setting)
  const unfolded = feed.replaceAll('\r\n ', '')
  const events = unfolded.split('BEGIN:VEVENT').slice(1)

  it('has a whole day for each own step, each duty and the permit, with two reminders', () => {
    const own = source.plan.steps.filter(({ lane, duty }) => lane === 'applicant' || duty)
    expect(events).toHaveLength(own.length + 1)
    const permit = events.find((event) => event.includes('SUMMARY:预计取得施工许可'))
    expect(permit).toContain('DTSTART;VALUE=DATE:20230522')
    expect(permit).toContain('DTEND;VALUE=DATE:20230523')
    expect(permit?.match(/TRIGGER:-P[51]D/g)).toEqual(['TRIGGER:-P5D', 'TRIGGER:-P1D'])
    const duty = events.find((event) => event.includes('SUMMARY:承诺后补：农民工工资保证金与工伤保险'))
    expect(duty).toContain('DTSTART;VALUE=DATE:20230605')
  })

  it('keeps the UID of an event when its day moves, and raises the sequence', () => {
    const uids = (text: string) =>
      [...text.replaceAll('\r\n ', '').matchAll(/UID:(\S+)/g)].map((match) => match[1])
    const later = planEvents(sourceOf('p1-tcm-innovation-base.yaml', [], '2023-03-01'), {
      ...setting,
      sequence: 1,
    })
    expect(uids(feed)).toEqual(expect.arrayContaining(uids(later)))
    expect(new Set(uids(feed)).size).toBe(events.length)
    expect(later).toContain('SEQUENCE:1')
    expect(uids(planEvents(source, { ...setting, key: 'p2' }))).not.toContain(uids(feed)[0])
  })

  it('ends lines as the standard asks, keeps them within 75 octets and writes commas out', () => {
    expect(feed.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of feed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(unfolded).toContain(String.raw`青岛中医药 <创新> 基地\, 一期`)
  })
})

describe(planExchange, () => {
  const xml = planExchange(source)
  const task = (id: string) =>
    /<Task>(?:(?!<Task>)[\s\S])*<\/Task>/g[Symbol.match](xml)?.find((one) => one.includes(`<WBS>${id}</WBS>`))

  it('has a task for each step, linked by place', () => {
    expect(xml.match(/<Task>/g)).toHaveLength(source.plan.steps.length)
    const place = (id: string) => /<UID>(\d+)<\/UID>/.exec(task(id) ?? '')?.[1]
    expect(task('T803')).toContain(`<PredecessorUID>${place('T802')}</PredecessorUID>`)
    expect(task('M307')).not.toContain(`<PredecessorUID>${place('A712')}</PredecessorUID>`)
    expect(xml).toContain('青岛中医药 &lt;创新&gt; 基地')
  })

  it('begins work on the day after the one that is not counted', () => {
    expect(task('I603')).toContain('<Start>2023-02-02T08:00:00</Start>')
    expect(task('I603')).toContain('<Finish>2023-02-13T17:00:00</Finish>')
    expect(task('I603')).toContain('<Duration>PT64H0M0S</Duration>')
  })

  it('counts natural days as elapsed ones', () => {
    expect(task('T802')).toContain('<Duration>PT480H0M0S</Duration>')
    expect(task('T802')).toContain('<DurationFormat>8</DurationFormat>')
  })

  it('knows the holidays and the make-up working days of its span', () => {
    expect(xml).toContain('<FromDate>2023-04-05T00:00:00</FromDate>')
    const makeUp = /<Exception>(?:(?!<Exception>)[\s\S])*2023-04-23[\s\S]*?<\/Exception>/.exec(xml)?.[0]
    expect(makeUp).toContain('<DayWorking>1</DayWorking>')
    expect(xml).not.toContain('2026-01-01')
  })
})
