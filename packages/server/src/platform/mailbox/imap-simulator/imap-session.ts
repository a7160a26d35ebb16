/**
 * One connection to the simulated server: lines come in, each is answered in its order.
 */

import type { Socket } from 'node:net'
import { expungeAnswer, fetchAnswer, type Parts, selectAnswer, storeAnswer } from './imap-answers.ts'
import type { SimulatedMails } from './simulated-mailbox.ts'

/** Who may log in. */
export interface Account {
  readonly user: string
  readonly password: string
}

/** What a connection is served with. */
export interface Serving {
  readonly mails: SimulatedMails
  readonly account: Account
  /** whether the server dies at a command instead of answering it */
  readonly diesAt: (line: string) => boolean
}

const abilities = 'IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS'
const mostLine = 64 * 1024

/** Serves a connection until it ends. */
export function serveSession(socket: Socket, serving: Serving): void {
  const session = new Session(socket, serving)
  let waiting = ''
  socket.setEncoding('latin1')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    waiting += String(chunk)
    if (waiting.length > mostLine) return void socket.destroy()
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      session.take(line)
    }
  })
  session.greet()
}

class Session {
  readonly #socket: Socket
  readonly #serving: Serving
  /** tag of a log-in whose words come on the next line */
  #loggingIn: string | undefined
  #isKnown = false

  constructor(socket: Socket, serving: Serving) {
    this.#socket = socket
    this.#serving = serving
  }

  greet(): void {
    this.#say([`* OK [CAPABILITY ${abilities}] the mailbox of a demonstration\r\n`])
  }

  take(line: string): void {
    if (this.#loggingIn !== undefined) return this.#logIn(this.#loggingIn, line)
    const [, tag = '*', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? []
    const name = command.toUpperCase()
    if (this.#serving.diesAt(line)) return void this.#socket.destroy()
    if (name === 'AUTHENTICATE') return this.#authenticate(tag, rest)
    if (name === 'LOGOUT') {
      this.#say(['* BYE\r\n', `${tag} OK bye\r\n`])
      return void this.#socket.end()
    }
    const answer = this.#answerTo(name, rest)
    if (answer === undefined) return this.#say([`${tag} BAD ${name} is not simulated\r\n`])
    this.#say([...answer, `${tag} OK done\r\n`])
  }

  #answerTo(name: string, rest: string): Parts | undefined {
    if (name === 'CAPABILITY') return [`* CAPABILITY ${abilities}\r\n`]
    if (name === 'NOOP') return []
    return this.#isKnown ? this.#inMailbox(name, rest) : undefined
  }

  #inMailbox(name: string, rest: string): Parts | undefined {
    const { mails } = this.#serving
    const [set = '', ...more] = rest.split(' ')
    const answers: Readonly<Record<string, () => Parts>> = {
      LIST: () => ['* LIST (\\HasNoChildren) "/" INBOX\r\n'],
      LSUB: () => ['* LSUB (\\HasNoChildren) "/" INBOX\r\n'],
      SELECT: () => selectAnswer(mails),
      EXAMINE: () => selectAnswer(mails),
      CLOSE: () => [],
      'UID FETCH': () => fetchAnswer(mails, set, more.join(' ')),
      'UID STORE': () => storeAnswer(mails, set, more.join(' ')),
      'UID EXPUNGE': () => expungeAnswer(mails, set),
      EXPUNGE: () => expungeAnswer(mails, '1:*'),
    }
    return answers[name]?.()
  }

  /** PLAIN (RFC 4616), with its words on the same line or on the next. */
  #authenticate(tag: string, rest: string): void {
    const [method = '', words] = rest.split(' ')
    if (method.toUpperCase() !== 'PLAIN') return this.#say([`${tag} NO only PLAIN is simulated\r\n`])
    if (words !== undefined) return this.#logIn(tag, words)
    this.#loggingIn = tag
    this.#say(['+ \r\n'])
  }

  #logIn(tag: string, words: string): void {
    this.#loggingIn = undefined
    const [, user, password] = Buffer.from(words, 'base64').toString().split('\0')
    const { account } = this.#serving
    this.#isKnown = user === account.user && password === account.password
    this.#say([`${tag} ${this.#isKnown ? 'OK known' : 'NO [AUTHENTICATIONFAILED] unknown'}\r\n`])
  }

  #say(parts: Parts): void {
    if (this.#socket.destroyed) return
    for (const part of parts) this.#socket.write(part)
  }
}
