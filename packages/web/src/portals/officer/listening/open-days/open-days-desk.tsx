/**
 * The rounds on the desk of the organisers, and one round: its sessions, its questions, the links of carriers.
 */

import { Button, Table, type TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { openDaysZhCN } from '../../../../texts/open-days-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../../voice/voice-tabs.tsx'

const texts = listeningTexts.openDays

type Rounds = CallOutput<'GET /api/open-days'>['rounds']
type Desk = CallOutput<'GET /api/open-days/:round/desk'>
type Question = Desk['questions'][number]

export function OpenDaysDesk() {
  const reading = useApi('GET /api/open-days')
  return (
    <StaffListPage title={openDaysZhCN.title} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>{({ rounds }) => <RoundTable rounds={rounds} />}</Awaited>
    </StaffListPage>
  )
}

function RoundTable({ rounds }: { readonly rounds: Rounds }) {
  const columns: TableColumnsType<Rounds[number]> = [
    {
      title: texts.round,
      render: (_, { round, from }) => (
        <>
          <Link className="case-link" href={`/work/open-days/${round}`}>
            {openDaysZhCN.round(String(round))}
          </Link>
          <small className="due-day">{from === null ? texts.noSession : dayText(from)}</small>
        </>
      ),
    },
    {
      title: openDaysZhCN.hosts,
      render: (_, { hosts }) => hosts.map(({ name }) => name['zh-CN']).join('、'),
    },
    { title: openDaysZhCN.carriers, width: 90, render: (_, { figures }) => figures.carriers },
    { title: openDaysZhCN.companies, width: 90, render: (_, { figures }) => figures.companies },
    { title: openDaysZhCN.onSite, width: 110, render: (_, { figures }) => figures.answeredOnSite },
    { title: openDaysZhCN.toRegister, width: 110, render: (_, { figures }) => figures.toRegister },
    { title: texts.closed, width: 90, render: (_, { figures }) => figures.closed },
  ]
  return (
    <Table
      rowKey="round"
      size="middle"
      dataSource={[...rounds]}
      columns={columns}
      pagination={false}
      locale={{ emptyText: openDaysZhCN.none }}
      scroll={{ x: 900 }}
    />
  )
}

export function OpenDayDesk({ round }: { readonly round: string }) {
  const reading = useApi('GET /api/open-days/:round/desk', { params: { round } })
  const again = reading.state === 'loading' ? () => undefined : reading.again
  return (
    <StaffListPage title={openDaysZhCN.round(round)} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>
        {(desk) => (
          <>
            <Head desk={desk} />
            <QuestionTable desk={desk} again={again} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

function Head({ desk: { round, figures } }: { readonly desk: Desk }) {
  const counted = [
    `${openDaysZhCN.carriers} ${figures.carriers}`,
    `${openDaysZhCN.companies} ${figures.companies}`,
    `${openDaysZhCN.onSite} ${figures.answeredOnSite}`,
    `${openDaysZhCN.toRegister} ${figures.toRegister}`,
    `${texts.closed} ${figures.closed}`,
  ]
  return (
    <div className="staff-tools in-list listening-head">
      <b>{counted.join(' · ')}</b>
      <a href={`/open-days/${round}`}>{texts.publicPage}</a>
    </div>
  )
}

interface QuestionTableProps {
  readonly desk: Desk
  readonly again: () => void
}

function QuestionTable({ desk: { questions }, again }: QuestionTableProps) {
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
      <Button size="small" loading={act.busy} onClick={() => void send()}>
        {link === null ? texts.send : texts.sendAgain}
      </Button>
      <ProblemNotice problem={act.refusal} />
    </>
  )
}
