/**
 * One finding, noted with a thumb: what it is about, what was seen, where, photos.
 */

import { type FormEvent, useState } from 'react'
import { observeTexts as texts } from '../../../texts/observe-zh-cn.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { ChoiceField, TextField, Tick } from '../../../ui/field.tsx'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import { FindingPhotos } from './finding-photos.tsx'
import { LikeIssues } from './like-issues.tsx'
import type { OwnPage, QueuedFinding, QueuedPhoto } from './queue/finding-record.ts'

interface FindingFormProps {
  readonly page: OwnPage
  readonly isOnline: boolean
  readonly onSave: (finding: QueuedFinding) => Promise<void>
}

interface Draft {
  readonly task: QueuedFinding['task']
  readonly topic: string | undefined
  readonly words: string
  readonly place: string
  readonly photos: readonly QueuedPhoto[]
  readonly showsPosition: boolean
}

const empty: Draft = {
  task: 'report',
  topic: undefined,
  words: '',
  place: '',
  photos: [],
  showsPosition: false,
}
const fewestCharacters = 5

function faultsOf({ topic, words }: Draft) {
  return [
    ...(topic === undefined ? [{ field: 'topic', text: texts.faults.topic }] : []),
    ...([...words.trim()].length < fewestCharacters ? [{ field: 'words', text: texts.faults.words }] : []),
  ]
}

function findingOf({ task, topic = '', words, place, photos, showsPosition }: Draft): QueuedFinding {
  const position = photos.find((photo) => photo.position !== null)?.position ?? null
  return {
    id: crypto.randomUUID(),
    noticedAt: new Date().toISOString(),
    task,
    topic,
    words: words.trim(),
    place: place.trim(),
    point: showsPosition ? position : null,
    // the position that was not chosen does not stay on the device either
    photos: photos.map((photo) => ({ ...photo, position: null })),
    refused: null,
  }
}

/** What is being written down, and saving it. */
function useDraft(onSave: FindingFormProps['onSave']) {
  const [draft, setDraft] = useState(empty)
  const [attempt, setAttempt] = useState(0)
  const missing = faultsOf(draft)
  const faults = attempt === 0 ? [] : missing
  return {
    draft,
    attempt,
    faults,
    faultOf: (field: string) => faults.find((fault) => fault.field === field)?.text,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    save: async (event: FormEvent) => {
      event.preventDefault()
      setAttempt((count) => count + 1)
      if (missing.length > 0) return
      await onSave(findingOf(draft))
      setDraft(empty)
      setAttempt(0)
    },
  }
}

type Drafting = ReturnType<typeof useDraft>

interface PartProps extends Pick<FindingFormProps, 'page'> {
  readonly drafting: Drafting
}

export function FindingForm({ page, isOnline, onSave }: FindingFormProps) {
  const drafting = useDraft(onSave)
  const { draft, faults, attempt, faultOf, change, save } = drafting
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary faults={faults} attempt={attempt} />
      <AboutFields page={page} drafting={drafting} />
      <WordsOf draft={draft} fault={faultOf('words')} onChange={(words) => change({ words })} />
      <LikeIssues words={draft.words} isOnline={isOnline} />
      <TextField
        id="place"
        label={texts.place}
        value={draft.place}
        onChange={(place) => change({ place })}
        input={{ maxLength: 200 }}
      />
      <FindingPhotos photos={draft.photos} most={page.photos} onChange={(photos) => change({ photos })} />
      {draft.photos.some(({ position }) => position !== null) && (
        <Tick
          id="position"
          label={texts.position}
          checked={draft.showsPosition}
          onChange={(showsPosition) => change({ showsPosition })}
        />
      )}
      <button className="button" type="submit">
        {texts.submit}
      </button>
    </form>
  )
}

/** For which of the three tasks, and about what. */
function AboutFields({ page, drafting: { draft, faultOf, change } }: PartProps) {
  return (
    <>
      <SegmentedChoice
        id="task"
        label={texts.task}
        options={page.tasks.map(({ id, name }) => ({ value: id, label: name['zh-CN'] }))}
        value={draft.task}
        onChange={(task) => change({ task })}
      />
      <p className="hint">{page.tasks.find(({ id }) => id === draft.task)?.hint['zh-CN']}</p>
      <ChoiceField
        id="topic"
        label={texts.topic}
        options={page.topics.map(({ id, name, hint }) => ({
          value: id,
          label: name['zh-CN'],
          hint: hint['zh-CN'],
        }))}
        value={draft.topic}
        fault={faultOf('topic')}
        onChange={(topic) => change({ topic })}
      />
    </>
  )
}

interface WordsOfProps {
  readonly draft: Draft
  readonly fault: string | undefined
  readonly onChange: (words: string) => void
}

function WordsOf({ draft, fault, onChange }: WordsOfProps) {
  return (
    <div className={fault === undefined ? 'field' : 'field wrong'}>
      <label htmlFor="words">{texts.words}</label>
      {fault !== undefined && (
        <span className="fault" id="words-fault">
          {fault}
        </span>
      )}
      <textarea
        id="words"
        className="input"
        rows={4}
        maxLength={2000}
        value={draft.words}
        aria-invalid={fault !== undefined}
        aria-describedby="words-fault"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
