/**
 * What there is to do with an issue now: the server says which acts are open to whoever looks.
 */

import { Tabs } from 'antd'
import type { ComponentType } from 'react'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import type { IssueActProps } from './act-props.ts'
import { CallBackForm, SilenceForm } from './call-back-form.tsx'
import { DispatchForm } from './dispatch-form.tsx'
import { PassOnForm } from './pass-on-form.tsx'
import { PublishForm } from './publish-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import { SignOffForm } from './sign-off-form.tsx'
import { ExtendForm, MergeForm, SignpostForm } from './sorting-forms.tsx'
import { ContactForm, ContributeForm, ReturnForm, UrgeForm } from './word-forms.tsx'

/** In the order in which they are expected. */
const forms: readonly (readonly [string, ComponentType<IssueActProps>])[] = [
  ['dispatch', DispatchForm],
  ['sign-off', SignOffForm],
  ['reply', ReplyForm],
  ['contribute', ContributeForm],
  ['contact', ContactForm],
  ['call-back', CallBackForm],
  ['close-by-silence', SilenceForm],
  ['publish', PublishForm],
  ['extend', ExtendForm],
  ['return', ReturnForm],
  ['urge', UrgeForm],
  ['pass-on', PassOnForm],
  ['merge', MergeForm],
  ['signpost', SignpostForm],
]

export function ActPanel(props: IssueActProps) {
  const { acts, version } = props.issue
  const open = forms.filter(([name]) => acts.includes(name))
  return (
    <section className="staff-panel act-panel">
      <h2>{voiceDeskTexts.acts['title']}</h2>
      {open.length === 0 ? (
        <p>{voiceDeskTexts.acts['nothing']}</p>
      ) : (
        <Tabs
          key={version}
          items={open.map(([name, Form]) => ({
            key: name,
            label: voiceDeskTexts.acts[name] ?? name,
            children: <Form {...props} />,
          }))}
        />
      )}
    </section>
  )
}
