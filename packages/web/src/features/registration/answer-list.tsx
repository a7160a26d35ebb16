/**
 * All answers of an application as a list, each with the way back to its question.
 */

import type { Application, ApplicationAnswers } from '@guanjia/contract/registration'
import { Link } from 'wouter'
import { useLink, useTexts } from '../../page.tsx'
import { type RegistrationTexts } from '../../texts/registration-zh-cn.ts'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import type { Texts } from '../../texts/zh-cn.ts'
import { Unconfirmed } from '../../ui/unconfirmed.tsx'
import { Words } from '../../ui/words.tsx'
import { HostStanding } from './host-standing.tsx'
import { SectionFiles } from './papers/section-files.tsx'
import { flowAddress } from './step-order.ts'
import { stepTitle } from './step-title.ts'

interface AnswerListProps {
  readonly application: Application
  readonly editable: boolean
}

export function AnswerList({ application, editable }: AnswerListProps) {
  const texts = useRegistrationTexts()
  const { join } = useTexts()
  const link = useLink()
  const missing = new Set(
    application.tasks.filter(({ state }) => state !== 'done').map(({ section }) => section),
  )
  return (
    <dl className="answers">
      {application.tasks.map(({ section }) => (
        <div key={section}>
          <dt>{stepTitle(texts, application.kind, section)}</dt>
          <dd>
            {missing.has(section) ? (
              <strong>{texts.check.notReady}</strong>
            ) : (
              <Words gloss={section === 'scope' ? application.scopeGloss : null}>
                {writers[section]?.(application, texts, join) ?? ''}
              </Words>
            )}
            {section === 'seat' && <HostStanding confirmation={application.hostConfirmation} />}
            {section === 'scope' && <UnconfirmedEntries entries={application.scopeEntries} />}
            <SectionFiles application={application} section={section} />
          </dd>
          {editable && (
            <dd>
              <Link href={link(flowAddress(section, application.id, true))}>
                {texts.check.change}{' '}
                <span className="visually-hidden">{stepTitle(texts, application.kind, section)}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** The entries of the scope whose wording or permit nobody has confirmed yet. */
function UnconfirmedEntries({ entries }: { readonly entries: Application['scopeEntries'] }) {
  const unconfirmed = entries.filter(({ mark }) => mark === 'U')
  if (unconfirmed.length === 0) return null
  return (
    <ul className="marked-entries">
      {unconfirmed.map(({ id, text, gloss, mark }) => (
        <li key={id}>
          <Words gloss={gloss}>{text}</Words> <Unconfirmed mark={mark} />
        </li>
      ))}
    </ul>
  )
}

type Writer = (application: Application, texts: RegistrationTexts, join: Texts['join']) => string

const writers: Readonly<Record<string, Writer>> = {
  name: ({ answers }, { name }) => (answers.name?.use === 'name' ? answers.name.text : name.none),
  seat: ({ seat, answers }) => answers.premises?.address ?? seat?.address ?? answers.seat?.code ?? '',
  scope: ({ scopeText }) => scopeText,
  people: ({ answers }, _, join) =>
    join.list(
      (answers.parties ?? []).map(
        (party) => `${party.name}${party.kind === 'person' ? ` ${mask(party.identityNumber)}` : ''}`,
      ),
    ),
  capital: ({ answers }, { capital }, join) =>
    answers.kind === 'LLC' && answers.capital
      ? join.clauses([
          `${answers.capital.amount} ${capital.yuan}`,
          `${capital.paidInBy} ${answers.capital.paidInBy}`,
        ])
      : '',
  shareholders: ({ answers }, { shareholders }, join) =>
    answers.kind === 'LLC'
      ? join.list(
          (answers.shareholders ?? []).map(
            ({ partyId, percent, form }) =>
              `${nameOf(answers, partyId)} ${percent}%${form === 'money' ? '' : ` ${shareholders.forms[form]}`}`,
          ),
        )
      : '',
  posts: ({ answers }, { posts }, join) => {
    if (answers.kind !== 'LLC' || answers.posts === undefined) return ''
    const { legalRepresentative, directors, manager, supervision, finance, liaison } = answers.posts
    const named = (id: string) => nameOf(answers, id)
    const watched =
      supervision.kind === 'supervisors'
        ? `${posts.supervision} ${join.list(supervision.ids.map(named))}`
        : supervision.kind === 'audit-committee'
          ? `${posts.committee} ${join.list((supervision.ids ?? []).map(named))}`
          : posts.waived
    return join.clauses([
      `${posts.legalRepresentative} ${named(legalRepresentative)}`,
      `${posts.director} ${join.list(directors.map(named))}`,
      `${posts.manager} ${named(manager)}`,
      watched,
      `${posts.finance} ${named(finance)}`,
      `${posts.liaison} ${named(liaison)}`,
    ])
  },
  articles: ({ answers }, { articles }) =>
    answers.kind === 'LLC' ? (answers.articles?.model === true ? articles.model : articles.own) : '',
  operator: ({ answers }, { operator }, join) =>
    answers.kind === 'IND'
      ? join.list([
          nameOf(answers, answers.operatorId ?? ''),
          answers.operatorResidence ?? '',
          answers.composition === 'family' ? operator.family : operator.personal,
        ])
      : '',
  special: ({ answers }, { special }, join) =>
    join.list((answers.special ?? []).map((situation) => special.names[situation] ?? situation)) ||
    special.none,
}

function nameOf(answers: ApplicationAnswers, id: string): string {
  return answers.parties?.find((party) => party.id === id)?.name ?? ''
}

function mask(identityNumber: string): string {
  return identityNumber.length === 18
    ? `${identityNumber.slice(0, 3)}***********${identityNumber.slice(-4)}`
    : ''
}
