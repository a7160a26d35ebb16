/**
 * All answers of an application as a list, each with the way back to its question.
 */

import type { Application, ApplicationAnswers } from '@guanjia/contract/registration'
import { Link } from 'wouter'
import { type RegistrationTexts } from '../../texts/registration-zh-cn.ts'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { flowAddress } from './step-order.ts'

interface AnswerListProps {
  readonly application: Application
  readonly editable: boolean
}

export function AnswerList({ application, editable }: AnswerListProps) {
  const texts = useRegistrationTexts()
  const missing = new Set(
    application.tasks.filter(({ state }) => state !== 'done').map(({ section }) => section),
  )
  return (
    <dl className="answers">
      {application.tasks.map(({ section }) => (
        <div key={section}>
          <dt>{texts.steps[section]}</dt>
          <dd>
            {missing.has(section) ? (
              <strong>{texts.check.notReady}</strong>
            ) : (
              answerText(section, application, texts)
            )}
          </dd>
          {editable && (
            <dd>
              <Link href={flowAddress(section, application.id, true)}>
                {texts.check.change}
                <span className="visually-hidden">:{texts.steps[section]}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

type Writer = (application: Application, texts: RegistrationTexts) => string

const writers: Readonly<Record<string, Writer>> = {
  name: ({ answers }, { name }) => (answers.name?.use === 'name' ? answers.name.text : name.none),
  seat: ({ seat, answers }) => seat?.address ?? answers.seat?.code ?? '',
  scope: ({ scopeText }) => scopeText,
  people: ({ answers }) =>
    (answers.parties ?? [])
      .map((party) => `${party.name}${party.kind === 'person' ? ` ${mask(party.identityNumber)}` : ''}`)
      .join('、'),
  capital: ({ answers }, { capital }) =>
    answers.kind === 'LLC' && answers.capital
      ? `${answers.capital.amount} ${capital.yuan}，${capital.paidInBy} ${answers.capital.paidInBy}`
      : '',
  shareholders: ({ answers }) =>
    answers.kind === 'LLC'
      ? (answers.shareholders ?? [])
          .map(({ partyId, percent }) => `${nameOf(answers, partyId)} ${percent}%`)
          .join('、')
      : '',
  posts: ({ answers }, { posts }) => {
    if (answers.kind !== 'LLC' || answers.posts === undefined) return ''
    const { legalRepresentative, directors, manager, supervision, finance, liaison } = answers.posts
    const named = (id: string) => nameOf(answers, id)
    const watched =
      supervision.kind === 'supervisors'
        ? `${posts.supervision} ${supervision.ids.map(named).join('、')}`
        : posts.waived
    return [
      `${posts.legalRepresentative} ${named(legalRepresentative)}`,
      `${posts.director} ${directors.map(named).join('、')}`,
      `${posts.manager} ${named(manager)}`,
      watched,
      `${posts.finance} ${named(finance)}`,
      `${posts.liaison} ${named(liaison)}`,
    ].join('；')
  },
  articles: ({ answers }, { articles }) =>
    answers.kind === 'LLC' ? (answers.articles?.model === true ? articles.model : articles.own) : '',
  operator: ({ answers }, { operator }) =>
    answers.kind === 'IND'
      ? `${nameOf(answers, answers.operatorId ?? '')}，${answers.composition === 'family' ? operator.family : operator.personal}`
      : '',
}

function answerText(section: string, application: Application, texts: RegistrationTexts): string {
  return writers[section]?.(application, texts) ?? ''
}

function nameOf(answers: ApplicationAnswers, id: string): string {
  return answers.parties?.find((party) => party.id === id)?.name ?? ''
}

function mask(identityNumber: string): string {
  return identityNumber.length === 18
    ? `${identityNumber.slice(0, 3)}***********${identityNumber.slice(-4)}`
    : ''
}
