/**
 * A way to PostgreSQL that ends in the middle: at a chosen statement every connection is cut, as when the process that holds
 * them is killed. What was not committed is lost, as it has to be; `torn` commits it on purpose, as a house would that
 * does not put its writes into one transaction.
 */

import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { commitFrames, frameReader } from './statement-frames.ts'

/** When the connections are cut. */
export interface Cut {
  /** number of the statement, from 1, counted over all connections */
  readonly statement: number
  /** before the server gets it, or after the server has done it and before the house hears of it */
  readonly place: 'before' | 'after'
  /** whether what was done so far is committed */
  readonly torn?: boolean
}

/** The way, and its end. */
export interface CuttingProxy extends AsyncDisposable {
  /** the address of the database through the proxy */
  readonly url: string
  /** counts anew, and cuts where it is said */
  readonly arm: (cut: Cut) => void
  /** lets connections through again; tells whether they were cut, and how many statements there were */
  readonly heal: () => Promise<{ readonly isCut: boolean; readonly statements: number }>
}

interface Pair {
  readonly house: Socket
  readonly server: Socket
}

/** The way as it stands: what has passed, and whether it is cut. */
interface Way {
  readonly target: URL
  readonly pairs: Set<Pair>
  cut: Cut | undefined
  statements: number
  isCut: boolean
  closing: Promise<unknown>[]
}

/** Opens it to the database of an address. */
export async function cuttingProxy(adminUrl: string): Promise<CuttingProxy> {
  const fresh = { cut: undefined, statements: 0, isCut: false, closing: [] }
  const way: Way = { target: new URL(adminUrl), pairs: new Set(), ...fresh }
  const listening = createServer((house) => {
    if (way.isCut) house.destroy()
    else join(way, house)
  })
  const port = await listen(listening)
  const url = new URL(adminUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    arm: (cut) => Object.assign(way, { cut, statements: 0 }),
    heal: async () => {
      await Promise.all(way.closing)
      const { isCut, statements } = way
      Object.assign(way, { ...fresh, closing: [] })
      return { isCut, statements }
    },
    [Symbol.asyncDispose]: async () => {
      for (const { house, server } of way.pairs) for (const socket of [house, server]) socket.destroy()
      await new Promise((resolve) => listening.close(resolve))
    },
  }
}

/** Passes what the house says on, statement by statement, and what the server answers. */
function join(way: Way, house: Socket): void {
  const server = connect({ host: way.target.hostname, port: Number(way.target.port) })
  const pair = { house, server }
  way.pairs.add(pair)
  const read = frameReader()
  let isLast = false
  house.on('data', (chunk) => {
    for (const { bytes, isStatement } of read(chunk)) {
      if (way.isCut) return
      if (isStatement) way.statements += 1
      const isHere = isStatement && way.statements === way.cut?.statement
      if (isHere && way.cut?.place === 'before') return cutAll(way)
      server.write(bytes)
      isLast ||= isHere
    }
  })
  server.on('data', (chunk) => {
    if (way.isCut) return
    if (isLast) cutAll(way)
    else house.write(chunk)
  })
  const end = () => {
    way.pairs.delete(pair)
    house.destroy()
    if (!way.isCut) server.destroy()
  }
  for (const socket of [house, server]) socket.on('error', () => undefined).on('close', end)
}

/** Ends every connection; where the cut is torn, the server is told to commit what it has. */
function cutAll(way: Way): void {
  way.isCut = true
  for (const { house, server } of way.pairs) {
    way.closing.push(server.closed ? Promise.resolve() : once(server, 'close'))
    house.destroy()
    if (way.cut?.torn === true) server.end(commitFrames())
    else server.destroy()
  }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has a port')
  return address.port
}
