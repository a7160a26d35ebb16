/**
 * Who does what. With one person everything falls to that person, and the question needs no answer but a look.
 */

import { useEffect } from 'react'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { ChoiceField, SelectField } from '../../../ui/field.tsx'
import { PeopleTicks } from './people-ticks.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Answers = Extract<StepProps['open']['answers'], { kind: 'LLC' }>
type Posts = NonNullable<Answers['posts']>

export function PostsStep({ open, faults }: StepProps) {
  const { posts: texts, people } = useRegistrationTexts()
  const { answers, change } = open
  const parties = (answers.parties ?? []).filter(({ kind }) => kind === 'person')
  const first = parties[0]?.id ?? ''
  const isAlone = parties.length === 1
  const given = answers.kind === 'LLC' ? answers.posts : undefined
  const posts = given ?? everythingTo(first)
  useEffect(() => {
    if (first !== '' && (given === undefined || (isAlone && hasVacancy(given))))
      change({ posts: everythingTo(first) })
  }, [given, first, isAlone, change])
  const options = parties.map(({ id, name }) => ({ value: id, label: name }))
  const write = (part: Partial<Posts>) => change({ posts: { ...posts, ...part } })
  const who = (
    field: 'legalRepresentative' | 'manager' | 'finance' | 'liaison',
    label: string,
    hint?: string,
  ) => (
    <SelectField
      id={`posts.${field}`}
      label={label}
      hint={hint}
      options={options}
      fault={faultOf(faults, `posts.${field}`)}
      value={posts[field]}
      unchosen={people.nobody}
      onChange={(id) => write({ [field]: id })}
    />
  )
  return (
    <>
      {faultOf(faults, 'posts') !== undefined && <span className="fault">{faultOf(faults, 'posts')}</span>}
      {who('legalRepresentative', texts.legalRepresentative, texts.legalHint)}
      <PeopleTicks
        id="posts.directors"
        legend={texts.director}
        hint={texts.directorHint}
        fault={faultOf(faults, 'posts.directors')}
        people={parties}
        chosen={posts.directors}
        choose={(ids) => write({ directors: ids })}
      />
      {who('manager', texts.manager)}
      <SupervisionFields posts={posts} parties={parties} faults={faults} write={write} />
      {who('finance', texts.finance)}
      {who('liaison', texts.liaison)}
    </>
  )
}

interface SupervisionProps {
  readonly posts: Posts
  readonly parties: readonly { readonly id: string; readonly name: string }[]
  readonly faults: StepProps['faults']
  readonly write: (part: Partial<Posts>) => void
}

function SupervisionFields({ posts, parties, faults, write }: SupervisionProps) {
  const { posts: texts } = useRegistrationTexts()
  const { supervision } = posts
  const directors = parties.filter(({ id }) => posts.directors.includes(id))
  return (
    <>
      <ChoiceField
        id="posts.supervision"
        label={texts.supervision}
        fault={
          faultOf(faults, 'posts.supervision') ??
          faults.find(({ field }) => field.startsWith('posts.supervision'))?.text
        }
        options={[
          { value: 'waived-by-all', label: texts.waived },
          { value: 'supervisors', label: texts.supervisor },
          { value: 'audit-committee', label: texts.committee, hint: texts.committeeHint },
        ]}
        value={supervision.kind}
        onChange={(kind) => write({ supervision: supervisionOf(kind, parties, posts.directors) })}
      />
      {supervision.kind !== 'waived-by-all' && (
        <PeopleTicks
          id="posts.supervision.ids"
          legend={supervision.kind === 'supervisors' ? texts.supervisorWho : texts.committeeWho}
          fault={undefined}
          people={supervision.kind === 'supervisors' ? parties : directors}
          chosen={supervision.ids ?? []}
          choose={(ids) => write({ supervision: { kind: supervision.kind, ids } })}
        />
      )}
    </>
  )
}

/** One supervisor who is no director, or a committee of all directors, to begin with. */
function supervisionOf(
  kind: string,
  people: readonly { readonly id: string }[],
  directors: readonly string[],
): Posts['supervision'] {
  const other = people.find(({ id }) => !directors.includes(id))
  if (kind === 'supervisors') return { kind, ids: other === undefined ? [] : [other.id] }
  return kind === 'audit-committee' ? { kind, ids: [...directors] } : { kind: 'waived-by-all' }
}

/** Whether somebody has left the application and the post they held. */
function hasVacancy({ legalRepresentative, directors, manager, finance, liaison }: Posts): boolean {
  return directors.length === 0 || [legalRepresentative, manager, finance, liaison].includes('')
}

function everythingTo(id: string): Posts {
  return {
    legalRepresentative: id,
    directors: [id],
    manager: id,
    supervision: { kind: 'waived-by-all' },
    finance: id,
    liaison: id,
  }
}
