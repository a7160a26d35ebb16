/**
 * Filters that a steward keeps under a name, on this device: an address each.
 */

import { Button, Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { stewardTexts } from '../../../texts/stewards-zh-cn.ts'

interface SavedView {
  readonly name: string
  readonly search: string
}

const place = 'guanjia-steward-views'
const texts = stewardTexts.table

function readViews(): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? (kept as SavedView[]) : []
  } catch {
    return []
  }
}

export function SavedViews({ search }: { readonly search: string }) {
  const [views, setViews] = useState<readonly SavedView[]>([])
  const [name, setName] = useState<string>()
  useEffect(() => setViews(readViews()), [])
  function keep(next: readonly SavedView[]) {
    localStorage.setItem(place, JSON.stringify(next))
    setViews(next)
  }
  function save() {
    const given = name?.trim() ?? ''
    if (given !== '') keep([...views.filter((view) => view.name !== given), { name: given, search }])
    setName(undefined)
  }
  return (
    <div className="saved-views">
      {views.map((view) => (
        <span key={view.name}>
          <Link href={`/work/projects?${view.search}`}>{view.name}</Link>
          <button
            type="button"
            aria-label={texts.removeView(view.name)}
            onClick={() => keep(views.filter((one) => one !== view))}
          >
            ×
          </button>
        </span>
      ))}
      <Button onClick={() => setName('')}>{texts.saveView}</Button>
      <Modal title={texts.saveView} open={name !== undefined} onOk={save} onCancel={() => setName(undefined)}>
        <label htmlFor="view-name">{texts.viewName}</label>
        <Input
          id="view-name"
          maxLength={20}
          value={name ?? ''}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={save}
        />
      </Modal>
    </div>
  )
}
