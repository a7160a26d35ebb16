/**
 * Ctrl+K: a word of a project's name, and there.
 */

import { Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { stewardTexts } from '../../../texts/stewards-zh-cn.ts'

type Row = CallOutput<'GET /api/stewards/board'>['rows'][number]

const texts = stewardTexts.jump
const mostShown = 8

/** Listens for the key on every page of the stewards. */
export function JumpBox() {
  const [isOpen, setOpen] = useState(false)
  const [rows, setRows] = useState<readonly Row[]>([])
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (!isOpen) return
    void call('GET /api/stewards/board').then((answer) => setRows(answer.ok ? answer.value.rows : []))
  }, [isOpen])
  return (
    <Modal title={texts.title} open={isOpen} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
      <Finder rows={rows} onFound={() => setOpen(false)} />
    </Modal>
  )
}

function Finder({ rows, onFound }: { readonly rows: readonly Row[]; readonly onFound: () => void }) {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [, go] = useLocation()
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  const wanted = words.trim().toLowerCase()
  const found = rows
    .filter(({ name, number }) => `${name} ${number}`.toLowerCase().includes(wanted))
    .slice(0, mostShown)
  function open(row: Row | undefined) {
    if (row === undefined) return
    onFound()
    go(`/work/projects/${row.id}`)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className="jump-box">
      <label htmlFor="jump-words">{texts.label}</label>
      <Input
        id="jump-words"
        ref={field}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="jump-found"
        aria-activedescendant={found[at] === undefined ? undefined : `jump-${found[at].id}`}
        value={words}
        onChange={({ target }) => {
          setWords(target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="jump-found" role="listbox" aria-label={texts.title}>
        {found.map((row, place) => (
          <Link
            key={row.id}
            id={`jump-${row.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            href={`/work/projects/${row.id}`}
            onClick={onFound}
          >
            <b>{row.name}</b> <small>{row.number}</small>
          </Link>
        ))}
      </div>
      <p className="staff-lead" role="status">
        {found.length === 0 ? texts.none : texts.hint}
      </p>
    </div>
  )
}
