/**
 * The questions of a round: who asked what, where the answer stands, and the link of the carrier.
 */

import { Table, type TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { openDaysZhCN } from '../../../../texts/open-days-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

const texts = listeningTexts.openDays

type Desk = CallOutput<'GET /api/open-days/:round/desk'>
type Question = Desk['questions'][number]

interface QuestionTableProps {
  readonly desk: Desk
  readonly again: () => void
}

export function QuestionTable({ desk: { questions }, again }: QuestionTableProps) {
  const columns: TableColumnsType<Question> = [
    {
      title: texts.question,
      render: (_, { words, answer }) => (
        <>
          <b>{words}</b>
          {answer !== null && <small className="due-day">{answer}</small>}
        </>
      ),
    },
    {
      title: texts.company,
      width: 240,
      render: (_, { company, carrier }) => (
        <>
          {company}
          <small className="due-day">{carrier}</small>
        </>
      ),
    },
    { title: texts.state, width: 190, render: (_, question) => <Standing question={question} /> },
    {
      title: texts.issue,
      width: 160,
      render: (_, { issue }) =>
        issue !== null && <Link href={`/work/voice/${issue.id}`}>{issue.number}</Link>,
    },
    {
      title: texts.link,
      width: 260,
      render: (_, question) =>
        question.issue?.situation === 'in-hand' && <CarrierLink question={question} again={again} />,
    },
  ]
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={questions.toSorted(
        (one, other) => Number(one.issue === null) - Number(other.issue === null),
      )}
      columns={columns}
      pagination={false}
      locale={{ emptyText: texts.noQuestion }}
      scroll={{ x: 1100 }}
    />
  )
}

function Standing({ question: { answered, light, due } }: { readonly question: Question }) {
  return (
    <>
      <Light colour={light}>{openDaysZhCN.states[answered]}</Light>
      {due !== null && <small className="due-day">{texts.dueOn(dayText(due))}</small>}
    </>
  )
}

interface CarrierLinkProps {
  readonly question: Question
  readonly again: () => void
}

function CarrierLink({ question: { id, link }, again }: CarrierLinkProps) {
  const act = useCaseAct()
  async function send() {
    const done = await act.run(() => call('POST /api/open-days/questions/:id/link', { params: { id } }))
    if (done !== undefined) again()
  }
  return (
    <>
      {link !== null && (
        <small className="due-day">
          <a href={link.url}>{texts.openLink}</a> {texts.until(momentText(link.until))}
        </small>
      )}
      <BusyButton size="small" busy={act.busy} onClick={() => void send()}>
        {link === null ? texts.send : texts.sendAgain}
      </BusyButton>
      <ProblemNotice problem={act.refusal} />
    </>
  )
}
