/**
 * An address was filed: the hall calls, within minutes of its hours.
 */

import { officeMinutesAfter } from '@guanjia/core/calendar'
import { filled } from '@guanjia/core/kernel'
import { object, string } from 'zod'
import { countersTables } from './counters-tables.ts'
import type { OutreachContent } from './outreach-content.ts'
import type { CountersPorts } from './outreach-routes.ts'

const filing = object({
  company: string(),
  place: string(),
  carrier: string(),
})

/** Subscribes to filings. */
export function subscribeOutreach(ports: CountersPorts, content: OutreachContent): void {
  const { outbox } = ports
  outbox.on('registration.address-filed', async (event, tx) => {
    const { company, place, carrier } = filing.parse(event.body)
    const contact = await ports.findFilingContact(tx, event.subject)
    if (contact === undefined) throw new Error('an address was filed and nobody is to be called')
    const { calendar, officeHours } = ports.zone
    const period = { start: event.occurredAt.getTime(), minutes: content.withinMinutes }
    const due = officeMinutesAfter(calendar, officeHours, period)
    // a time that cannot be counted keeps the event waiting until the calendar is published
    if (!due.ok) throw new Error(due.code)
    await countersTables(tx)
      .insertInto('outreach_task')
      .values({
        id: ports.newId(),
        subject: event.subject,
        company,
        contact_name: contact.name,
        contact_phone: contact.phone,
        place,
        matters: JSON.stringify(content.matters),
        script: filled(content.script, { company, carrier, contactName: contact.name }),
        state: 'open',
        raised_at: event.occurredAt,
        due_at: new Date(due.value.due),
        due_because: JSON.stringify(due.value.because),
        closed_at: null,
      })
      // an address filed again is the same call
      .onConflict((conflict) => conflict.column('subject').doNothing())
      .execute()
  })
}
