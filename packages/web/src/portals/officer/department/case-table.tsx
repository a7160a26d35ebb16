/**
 * The cases of a department as a table; a case that cannot be chosen says why in its own row.
 */

import { Checkbox, Table, type TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { departmentTexts } from '../../../texts/department-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText } from '../../../ui/moment.ts'
import { CaseLight } from '../case-parts/case-light.tsx'
import { type DepartmentCase, whyNotChosen } from './list-filter.ts'

const texts = departmentTexts.list

/** What a code of an obstacle means. */
export function obstacleText(code: string): string {
  return departmentTexts.obstacles[code] ?? departmentTexts.otherObstacle
}

const reasons = { obstacle: obstacleText, otherService: texts.otherService, enough: texts.enough }

interface CaseTableProps {
  readonly cases: readonly DepartmentCase[]
  readonly empty: string
  readonly chosen: readonly DepartmentCase[]
  readonly onChoose: (entry: DepartmentCase) => void
  readonly authorityName: (id: string) => string
}

export function CaseTable({ cases, empty, chosen, onChoose, authorityName }: CaseTableProps) {
  const columns: TableColumnsType<DepartmentCase> = [
    {
      title: <span className="visually-hidden">{texts.select}</span>,
      width: 44,
      render: (_, entry) => <Chooser entry={entry} chosen={chosen} onChoose={onChoose} />,
    },
    {
      title: texts.case,
      width: 210,
      render: (_, { id, number }) => (
        <Link className="case-link" href={`/work/department/${id}`}>
          {number}
        </Link>
      ),
    },
    { title: texts.service, width: 240, render: (_, { service }) => service.name['zh-CN'] ?? service.id },
    { title: texts.applicant, width: 120, dataIndex: 'applicant' },
    { title: texts.court, width: 150, render: (_, { court }) => courtText(court, authorityName) },
    { title: texts.asked, width: 120, render: (_, { asked }) => texts.askedWords[asked] },
    { title: texts.due, width: 220, render: (_, { next }) => <Due next={next} /> },
    {
      title: texts.checks,
      width: 180,
      render: (_, entry) => <Checked entry={entry} chosen={chosen} />,
    },
  ]
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={[...cases]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: empty }}
      scroll={{ x: 1290 }}
      rowClassName={({ id }) => (chosen.some((each) => each.id === id) ? 'is-chosen' : '')}
    />
  )
}

/** Who is waited for, in words. */
export function courtText(court: DepartmentCase['court'], authorityName: (id: string) => string): string {
  if (court.who !== 'authority') return caseWords.court[court.who]
  return court.authorities.map(authorityName).join('、')
}

function Due({ next }: Pick<DepartmentCase, 'next'>) {
  if (next === null) return <span>{caseWords.noLimit}</span>
  return (
    <>
      <CaseLight light={next.light} remaining={next.remaining} />
      <small className="due-day">
        {caseWords.deadlines[next.kind] ?? next.kind}
        {next.due !== null && ` ${caseWords.before(dayText(next.due))}`}
      </small>
    </>
  )
}

interface ChoosingProps {
  readonly entry: DepartmentCase
  readonly chosen: readonly DepartmentCase[]
}

function Chooser({ entry, chosen, onChoose }: ChoosingProps & Pick<CaseTableProps, 'onChoose'>) {
  const why = whyNotChosen(entry, chosen, reasons)
  const name = `${texts.select} ${entry.number}`
  return (
    <Checkbox
      aria-label={why === undefined ? name : `${entry.number} ${texts.notPassed(why)}`}
      checked={chosen.some(({ id }) => id === entry.id)}
      disabled={why !== undefined}
      onChange={() => onChoose(entry)}
    />
  )
}

function Checked({ entry, chosen }: ChoosingProps) {
  const why = whyNotChosen(entry, chosen, reasons)
  if (entry.obstacle === null && why === undefined) return <Light colour="green">{texts.passed}</Light>
  return <span className="why-not">{why}</span>
}
