/**
 * Every message before it is sent: to whom, in which words; each can be changed or left out.
 */

import { Button, Checkbox, Drawer, Input, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'

type Preview = CallOutput<'POST /api/stewards/reminders/preview'>
type Message = Preview['messages'][number]
type Problem = Parameters<typeof ProblemNotice>[0]['problem']

/** A batch that waits to leave. */
export type SentBatch = CallOutput<'POST /api/stewards/reminders/send'>

interface ReminderDrawerProps {
  readonly projects: readonly string[]
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onSent: (batch: SentBatch) => void
}

const texts = stewardTexts.reminders
const longestText = 300

const keyOf = ({ projectId, recipientId }: Message) => `${projectId} ${recipientId}`

/** The messages of the chosen projects, written when the drawer opens, with what was changed of them. */
function useDrafts(projects: readonly string[], isOpen: boolean) {
  const [preview, setPreview] = useState<Preview>()
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Problem>()
  const wanted = projects.join(' ')
  useEffect(() => {
    if (!isOpen || wanted === '') return
    setPreview(undefined)
    setProblem(undefined)
    setWords({})
    setLeft(new Set())
    void call('POST /api/stewards/reminders/preview', { body: { projects: wanted.split(' ') } }).then(
      (answer) => (answer.ok ? setPreview(answer.value) : setProblem(answer.problem)),
    )
  }, [isOpen, wanted])
  const messages = preview?.messages ?? []
  return {
    messages,
    without: preview?.without ?? [],
    sending: messages.filter((message) => !left.has(keyOf(message))),
    problem,
    setProblem,
    textOf: (message: Message) => words[keyOf(message)] ?? message.text,
    isLeft: (message: Message) => left.has(keyOf(message)),
    write: (message: Message, text: string) => setWords({ ...words, [keyOf(message)]: text }),
    leave: (message: Message, isLeft: boolean) => setLeft(toggled(left, keyOf(message), isLeft)),
  }
}

export function ReminderDrawer({ projects, isOpen, onClose, onSent }: ReminderDrawerProps) {
  const drafts = useDrafts(projects, isOpen)
  const { messages, sending, without } = drafts
  async function send() {
    const wanted = sending.map((message) => ({
      projectId: message.projectId,
      recipientId: message.recipientId,
      text: drafts.textOf(message),
    }))
    const answer = await call('POST /api/stewards/reminders/send', { body: { messages: wanted } })
    if (answer.ok) onSent(answer.value)
    else drafts.setProblem(answer.problem)
  }
  return (
    <Drawer
      title={texts.title}
      open={isOpen}
      onClose={onClose}
      size={560}
      destroyOnHidden
      footer={
        <div className="steward-acts">
          <Button type="primary" disabled={sending.length === 0} onClick={() => void send()}>
            {texts.send(sending.length)}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </div>
      }
    >
      <p className="staff-lead">{texts.lead}</p>
      <ProblemNotice problem={drafts.problem} />
      <ul className="reminder-list">
        {messages.map((message) => (
          <ReminderLine
            key={keyOf(message)}
            message={message}
            text={drafts.textOf(message)}
            isLeft={drafts.isLeft(message)}
            onText={(text) => drafts.write(message, text)}
            onLeave={(isLeft) => drafts.leave(message, isLeft)}
          />
        ))}
      </ul>
      {without.length > 0 && <NotReminded projects={without} />}
    </Drawer>
  )
}

function NotReminded({ projects }: { readonly projects: Preview['without'] }) {
  return (
    <section className="reminder-none">
      <h3>{texts.without}</h3>
      <ul>
        {projects.map(({ projectId, name, because }) => (
          <li key={projectId}>{`${name}：${because}`}</li>
        ))}
      </ul>
    </section>
  )
}

/** The set with a value in it, or without it. */
function toggled(set: ReadonlySet<string>, value: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(value)
  else next.delete(value)
  return next
}

interface ReminderLineProps {
  readonly message: Message
  readonly text: string
  readonly isLeft: boolean
  readonly onText: (text: string) => void
  readonly onLeave: (isLeft: boolean) => void
}

function ReminderLine({ message, text, isLeft, onText, onLeave }: ReminderLineProps) {
  const { recipient, name, role } = message
  return (
    <li className={isLeft ? 'left-out' : undefined}>
      <Checkbox checked={!isLeft} onChange={({ target }) => onLeave(!target.checked)}>
        {texts.include(recipient, name)}
      </Checkbox>
      <Tag>{texts.to[role]}</Tag>
      <Input.TextArea
        aria-label={texts.text(name)}
        rows={4}
        maxLength={longestText}
        disabled={isLeft}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
    </li>
  )
}
