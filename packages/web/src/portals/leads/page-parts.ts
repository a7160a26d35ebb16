/**
 * The few parts of a page that the script touches, by what they are marked with.
 */

/** All elements of a selector. */
export function all<Kind extends Element>(selector: string): readonly Kind[] {
  return [...document.querySelectorAll<Kind>(selector)]
}

/** Shows or hides what is marked. */
export function show(mark: string, isShown: boolean): void {
  for (const element of all<HTMLElement>(`[data-${mark}]`)) element.hidden = !isShown
}

/** Writes into what is marked. */
export function write(mark: string, text: string): void {
  for (const element of all(`[data-${mark}]`)) element.textContent = text
}

/** From here on the words hold that say: it is sealed on this device. */
export function swapWords(): void {
  show('plain', false)
  show('sealed', true)
}

/** Runs what a form stands for, once at a time; a fault is shown at the top of the page. */
export function onSubmit(form: HTMLFormElement, run: () => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void running(form.querySelector('button'), run)
  })
}

/** Runs what a button outside of every form stands for, in the same way. */
export function onClick(button: HTMLButtonElement, run: () => Promise<void>): void {
  button.addEventListener('click', () => void running(button, run))
}

async function running(button: HTMLButtonElement | null, run: () => Promise<void>): Promise<void> {
  if (button?.disabled === true) return
  if (button !== null) button.disabled = true
  show('busy', true)
  show('fault', false)
  try {
    await run()
  } catch (error) {
    write('fault', error instanceof Fault ? error.message : '没有提交成功，内容还在。请检查网络，再试一次。')
    show('fault', true)
    document.querySelector('[data-fault]')?.scrollIntoView()
  }
  show('busy', false)
  if (button !== null) button.disabled = false
}

/** A fault whose words are for the reader. */
export class Fault extends Error {}

/** Text of a field; empty where it is not there. */
export function valueOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value.trim() : ''
}
