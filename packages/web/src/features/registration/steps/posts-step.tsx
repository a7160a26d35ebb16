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
      <SupervisionFields posts={posts} write={write} options={options} faults={faults} />
      {who('finance', texts.finance)}
      {who('liaison', texts.liaison)}
    </>
  )
}

interface SupervisionFieldsProps {
  readonly posts: Posts
  readonly write: (part: Partial<Posts>) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly faults: StepProps['faults']
}

function SupervisionFields({ posts: { supervision }, write, options, faults }: SupervisionFieldsProps) {
  const { posts: texts } = useRegistrationTexts()
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
        ]}
        value={supervision.kind}
        onChange={(kind) =>
          write({
            supervision:
              kind === 'supervisors' ? { kind, ids: [options[1]?.value ?? ''] } : { kind: 'waived-by-all' },
          })
        }
      />
      {supervision.kind === 'supervisors' && (
        <SelectField
          id="posts.supervision.ids"
          label={texts.supervisorWho}
          options={options}
          value={supervision.ids[0] ?? ''}
          onChange={(id) => write({ supervision: { kind: 'supervisors', ids: [id] } })}
        />
      )}
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
