/**
 * Everything that passed between a project and those who serve it, the newest first: contacts, questions, reminders.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'

type Contact = CallOutput<'GET /api/projects/:id'>['contacts'][number]
type StewardPage = CallOutput<'GET /api/stewards/projects/:id'>
type Reminder = StewardPage['reminders'][number]

interface TimelineProps {
  readonly projectId: string
  readonly contacts: readonly Contact[]
  readonly reminders: readonly Reminder[]
  readonly photos: StewardPage['photos']
}

const texts = stewardTexts.project

export function Timeline({ projectId, contacts, reminders, photos }: TimelineProps) {
  const entries = [
    ...contacts.map((contact) => ({
      at: contact.at,
      key: contact.id,
      node: (
        <ContactEntry
          contact={contact}
          photos={photos
            .filter((photo) => photo.contact === contact.id)
            .map(({ id }) => addressOf(projectId, id))}
        />
      ),
      isApplicant: contact.by === 'applicant',
    })),
    ...reminders.map((reminder) => ({
      at: reminder.at,
      key: reminder.id,
      node: <ReminderEntry reminder={reminder} />,
      isApplicant: false,
    })),
  ].toSorted((one, other) => (one.at < other.at ? 1 : -1))
  if (entries.length === 0) return <p className="staff-lead">{texts.timelineEmpty}</p>
  return (
    <ol className="contact-timeline">
      {entries.map(({ key, node, isApplicant }) => (
        <li key={key} className={isApplicant ? 'by-applicant' : undefined}>
          {node}
        </li>
      ))}
    </ol>
  )
}

function addressOf(projectId: string, photo: string): string {
  return `/api/projects/${projectId}/photos/${photo}`
}

function ContactEntry({
  contact,
  photos,
}: {
  readonly contact: Contact
  readonly photos: readonly string[]
}) {
  const { channel, by, person, at, text, place, checked, responseDueAt, isOverdue } = contact
  return (
    <>
      <div className="head">
        <b>{texts.kinds[channel]}</b>
        <span>{`${texts.by[by]} ${person}`}</span>
        <time dateTime={at}>{momentText(at)}</time>
        {place !== null && <span>{place}</span>}
        {checked.length > 0 && <span>{texts.checked(checked.length)}</span>}
        {responseDueAt !== null && (
          <Light colour={isOverdue ? 'red' : 'plain'}>
            {isOverdue ? texts.late : texts.answerBy(momentText(responseDueAt))}
          </Light>
        )}
      </div>
      <p>{text}</p>
      {photos.length > 0 && (
        <div className="photos">
          {photos.map((address, place_) => (
            <a key={address} href={address} target="_blank" rel="noreferrer">
              <img src={address} alt={texts.photo(place_ + 1)} loading="lazy" />
            </a>
          ))}
        </div>
      )}
    </>
  )
}

function ReminderEntry({ reminder: { at, by, recipient, role, text } }: { readonly reminder: Reminder }) {
  return (
    <>
      <div className="head">
        <b>{texts.kinds.reminder}</b>
        <span>{`${texts.by.steward} ${by} → ${stewardTexts.reminders.to[role]} ${recipient}`}</span>
        <time dateTime={at}>{momentText(at)}</time>
      </div>
      <p>{text}</p>
    </>
  )
}
