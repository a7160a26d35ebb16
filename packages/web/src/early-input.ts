/**
 * What people do on a rendered page before it listens: on a slow line they are faster than the script. The last button
 * that was tapped, or the last form that was sent, is so again once it has come to life, and every field that was filled in
 * tells what it holds; links work by themselves.
 */

const everyMs = 50
const patienceMs = 10_000
/** what the frame of a page puts on it once it listens */
export const listening = 'data-listens'
const fieldsOfPage = 'input, select, textarea'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The part of the page that the server rendered; it says itself when it has come to life. */
let rendered: Element | null = null

/**
 * React marks the elements it is about to listen on, and hears them only once the part that they stand in is there as a whole:
 * what it is told in between is lost.
 */
function isAlive(element: Element): boolean {
  const isMarked = Object.keys(element).some((key) => key.startsWith('__reactProps'))
  const isWhole =
    element.closest('main') !== rendered || rendered === null || rendered.hasAttribute(listening)
  return isMarked && isWhole
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof Element && target.matches(fieldsOfPage)
}

function isTickable(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
}

/** The choice that a list was rendered with; where none is marked, the first. */
function renderedChoice({ options }: HTMLSelectElement): number {
  return Math.max(
    [...options].findIndex(({ defaultSelected }) => defaultSelected),
    0,
  )
}

/** What somebody gave: a text, the place of a choice, or whether it is ticked. */
type Given = string | number | boolean

function givenIn(field: Field): Given {
  if (field instanceof HTMLSelectElement) return field.selectedIndex
  return isTickable(field) ? field.checked : field.value
}

/** Whether that is something else than the page was rendered with. */
function isNew(field: Field, given: Given): boolean {
  if (field instanceof HTMLSelectElement) return given !== renderedChoice(field)
  if (!isTickable(field)) return given !== field.defaultValue
  // of the buttons of one choice, the chosen one speaks for all
  return given !== field.defaultChecked && (given === true || field.type === 'checkbox')
}

/** React hears only of a value other than the one it wrote last: it writes the rendered one, the browser what people gave. */
function tellText(field: HTMLInputElement | HTMLTextAreaElement, given: string): void {
  const { selectionStart, selectionEnd } = field
  field.value = field.defaultValue
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, given)
  if (document.activeElement === field && selectionStart !== null)
    field.setSelectionRange(selectionStart, selectionEnd)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function tell(field: Field, given: Given): void {
  if (field instanceof HTMLSelectElement) {
    field.selectedIndex = Number(given)
    field.dispatchEvent(new Event('change', { bubbles: true }))
  } else if (isTickable(field)) {
    field.checked = given !== true
    field.click()
  } else tellText(field, String(given))
}

/** Keeps taps and entries that nobody listens to yet, for as long as people wait. */
export function keepEarlyInput(page: HTMLElement): void {
  rendered = page.querySelector('main')
  // kept at once: a page that comes to life writes over what it has not heard
  const entries = new Map<Field, Given>()
  for (const field of page.querySelectorAll<Field>(fieldsOfPage))
    if (isNew(field, givenIn(field))) entries.set(field, givenIn(field))
  let asked: HTMLButtonElement | HTMLFormElement | undefined
  let isComposing = false

  /** Whether the page listens, and has not yet heard all that was given before: what is asked for now has to wait. */
  const isOwed = () => [...entries.keys()].some(isAlive)

  function hearTap(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (button === null || (isAlive(button) && !isOwed())) return
    event.preventDefault()
    asked = button
  }
  function hearSubmit(event: Event): void {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    if (isAlive(form) ? !isOwed() : form.hasAttribute('action')) return
    event.preventDefault()
    asked = form
  }
  function hearEntry(event: Event): void {
    const field = event.target
    if (!isField(field)) return
    // the page hears this one itself, and what was given earlier no longer counts
    if (isAlive(field)) entries.delete(field)
    else entries.set(field, givenIn(field))
  }
  function hearComposition(event: Event): void {
    isComposing = event.type === 'compositionstart'
  }
  function passOn(): void {
    if (isComposing) return
    // one at a time: a form that keeps its entries together has to take each in before the next
    for (const [field, given] of entries) {
      if (!isAlive(field)) continue
      entries.delete(field)
      if (!isNew(field, given)) continue
      tell(field, given)
      return
    }
    // what was asked for comes after the page has taken the entries in
    if (asked === undefined || !isAlive(asked)) return
    const again = asked
    asked = undefined
    if (again instanceof HTMLFormElement) again.requestSubmit()
    else again.click()
  }

  const heard: readonly (readonly [string, (event: Event) => void])[] = [
    ['click', hearTap],
    ['submit', hearSubmit],
    ['input', hearEntry],
    ['change', hearEntry],
    ['compositionstart', hearComposition],
    ['compositionend', hearComposition],
  ]
  const timer = setInterval(passOn, everyMs)
  for (const [event, hear] of heard) page.addEventListener(event, hear, true)
  setTimeout(() => {
    clearInterval(timer)
    for (const [event, hear] of heard) page.removeEventListener(event, hear, true)
  }, patienceMs)
}
