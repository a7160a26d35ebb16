/**
 * The filters above the list, and the views somebody has saved for themselves on this computer.
 */

import { Button, Input, Popover, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { departmentTexts } from '../../../texts/department-zh-cn.ts'
import { type ListFilter, queryOf } from './list-filter.ts'

const texts = departmentTexts.list

interface ListToolsProps {
  readonly filter: ListFilter
  readonly countOf: (asked: ListFilter['asked']) => number
  readonly onChange: (filter: ListFilter) => void
}

export function ListTools({ filter, countOf, onChange }: ListToolsProps) {
  const asked = Object.keys(texts.askedFilters) as ListFilter['asked'][]
  const lights = Object.keys(texts.lights) as ListFilter['light'][]
  return (
    <>
      <Segmented
        aria-label={texts.filter}
        name="asked"
        options={asked.map((value) => ({ value, label: `${texts.askedFilters[value]} ${countOf(value)}` }))}
        value={filter.asked}
        onChange={(value) => onChange({ ...filter, asked: value })}
      />
      <Select
        aria-label={texts.lightFilter}
        className="light-filter"
        options={lights.map((value) => ({ value, label: texts.lights[value] }))}
        value={filter.light}
        onChange={(light) => onChange({ ...filter, light })}
      />
      <Input
        type="search"
        aria-label={texts.words}
        placeholder={texts.words}
        className="word-filter"
        value={filter.words}
        onChange={({ target }) => onChange({ ...filter, words: target.value })}
      />
      <SavedViews filter={filter} />
    </>
  )
}

interface SavedView {
  readonly name: string
  readonly query: string
}

const place = 'department-views'

function readViews(): readonly SavedView[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as SavedView[]
  } catch {
    return []
  }
}

function SavedViews({ filter }: Pick<ListToolsProps, 'filter'>) {
  const [views, setViews] = useState(readViews)
  const [name, setName] = useState('')
  const keep = (kept: readonly SavedView[]) => {
    localStorage.setItem(place, JSON.stringify(kept))
    setViews(kept)
  }
  const query = new URLSearchParams(queryOf(filter)).toString()
  const save = () => {
    if (name.trim() === '') return
    keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), query }])
    setName('')
  }
  const content = (
    <div className="saved-views">
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <Link href={`/work/department?${view.query}`}>{view.name}</Link>
            <Button
              size="small"
              aria-label={texts.dropView(view.name)}
              onClick={() => keep(views.filter((each) => each !== view))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor="view-name">{texts.viewName}</label>
      <Input id="view-name" value={name} maxLength={20} onChange={({ target }) => setName(target.value)} />
      <Button onClick={save}>{texts.saveView}</Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button>{texts.views}</Button>
    </Popover>
  )
}
