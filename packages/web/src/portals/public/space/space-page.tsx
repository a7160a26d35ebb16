/**
 * Searching for space: wishes on one side; what fits, what has to be asked, and why not the others on the other. Without
 * scripts the form asks for the page again; with them it turns the address.
 */

import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import {
  queryOf,
  searchOf,
  useSpaceTexts,
  WishFields,
  type WishForm,
  wishesIn,
} from '../../../features/premises/index.ts'
import { useLink } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { SearchResults } from './search-results.tsx'

export function SpacePage() {
  const texts = useSpaceTexts()
  const search = useSearch()
  const asked = wishesIn(search)
  const choices = useApi('GET /api/space/choices')
  const reading = useApi('GET /api/space/rooms', { query: queryOf(asked) })
  const rooms = choices.state === 'ready' ? String(choices.value.rooms) : ''
  return (
    <Shell wide>
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead(rooms)}</p>
      <div className="space">
        <Awaited reading={choices}>
          {(known) => <SearchForm key={search} choices={known} asked={asked} />}
        </Awaited>
        <div className="space-found">
          <Awaited reading={reading}>
            {(matching) => <SearchResults asked={asked} matching={matching} />}
          </Awaited>
        </div>
      </div>
    </Shell>
  )
}

interface SearchFormProps {
  readonly choices: CallOutput<'GET /api/space/choices'>
  readonly asked: WishForm
}

function SearchForm({ choices, asked }: SearchFormProps) {
  const texts = useSpaceTexts()
  const link = useLink()
  const [, navigate] = useLocation()
  const [form, setForm] = useState(asked)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    navigate(link(`/space${searchOf(form)}`))
  }
  return (
    <form className="space-form" role="search" action={link('/space')} onSubmit={submit}>
      <h2>{texts.conditions}</h2>
      <WishFields choices={choices} form={form} onChange={setForm} />
      <div className="actions">
        <button className="button" type="submit">
          {texts.find}
        </button>
        {searchOf(asked) !== '' && (
          <Link className="button quiet" href={link('/space')}>
            {texts.clear}
          </Link>
        )}
      </div>
    </form>
  )
}
