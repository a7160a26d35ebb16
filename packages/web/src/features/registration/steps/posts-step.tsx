/**
 * Who does what. With one person everything falls to that person, and the question needs no answer but a look.
 */

import { useEffect } from 'react'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { ChoiceField, SelectField } from '../../../ui/field.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Answers = Extract<StepProps['open']['answers'], { kind: 'LLC' }>
type Posts = NonNullable<Answers['posts']>

export function PostsStep({ open, faults }: StepProps) {
  const { posts: texts } = useRegistrationTexts()
  const { answers, change } = open
  const parties = answers.parties ?? []
  const first = parties[0]?.id ?? ''
  const given = answers.kind === 'LLC' ? answers.posts : undefined
  const posts = given ?? everythingTo(first)
  useEffect(() => {
    if (given === undefined && first !== '') change({ posts: everythingTo(first) })
  }, [given, first, change])
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
      onChange={(id) => write({ [field]: id })}
    />
  )
  const supervisor = posts.supervision.kind === 'supervisors' ? (posts.supervision.ids[0] ?? '') : undefined
  return (
    <>
      {faultOf(faults, 'posts') !== undefined && <span className="fault">{faultOf(faults, 'posts')}</span>}
      {who('legalRepresentative', texts.legalRepresentative, texts.legalHint)}
      <SelectField
        id="posts.directors"
        label={texts.director}
        options={options}
        fault={faultOf(faults, 'posts.directors')}
        value={posts.directors[0] ?? ''}
        onChange={(id) => write({ directors: [id] })}
      />
      {who('manager', texts.manager)}
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
        ]}
        value={posts.supervision.kind}
        onChange={(kind) =>
          write({
            supervision:
              kind === 'supervisors' ? { kind, ids: [parties[1]?.id ?? ''] } : { kind: 'waived-by-all' },
          })
        }
      />
      {supervisor !== undefined && (
        <SelectField
          id="posts.supervision.ids"
          label={texts.supervisorWho}
          options={options}
          value={supervisor}
          onChange={(id) => write({ supervision: { kind: 'supervisors', ids: [id] } })}
        />
      )}
      {who('finance', texts.finance)}
      {who('liaison', texts.liaison)}
    </>
  )
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
