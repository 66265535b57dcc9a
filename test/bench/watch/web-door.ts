// The built web door as a process, asked over HTTP as its page asks it.
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  addresses,
  type CommandArgs,
  type CommandName,
  type CommandReply,
  type Reply,
} from '../../../src/contract/index.ts'
import { startWebProcess } from '../../e2e/web-shell.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createProcessTable, readTreeBytes } from '../../../src/io/process-table.ts'

export type WebDoor = Awaited<ReturnType<typeof openWebDoor>>

const key = 'the-key-of-the-bench'

/** On a data folder of its own, which goes when it closes. `connections`: most at once. */
export async function openWebDoor(
  books: readonly string[] = [],
  { connections = 10, environment = {} }: { connections?: number; environment?: object } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-watch-'))
  const door = await startWebProcess(
    join(folder, 'data'),
    { LECTERN_METRICS_KEY: key, ...environment },
    books,
  )
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body = '',
  ): Promise<{ status: number; cookie: string; text: string }> =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(path, door.link), { agent, method, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
            text,
          }),
        )
      })
      asked.on('error', reject)
      asked.end(body)
    })
  const { cookie } = await send('GET', door.link, {})
  const ask = async <N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
  ): Promise<CommandReply<N>> => {
    const headers = { cookie, 'x-lectern': '1', 'content-type': 'application/json' }
    const { text } = await send('POST', addresses.call + name, headers, JSON.stringify(args))
    const reply = JSON.parse(text) as Reply<CommandReply<N>>
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`)
    return reply.value
  }
  return {
    link: door.link,
    folder,
    cookie,
    ask,
    watch: (path: string, method = 'GET') => send(method, path, { authorization: `Bearer ${key}` }),
    /** An event stream that is read and thrown away; answers with what ends it. */
    listen: () =>
      new Promise<() => void>((resolve, reject) => {
        const asked = request(new URL(addresses.events, door.link), { headers: { cookie } })
        asked.on('response', (answer) => {
          answer.on('error', () => {})
          answer.resume()
          resolve(() => asked.destroy())
        })
        asked.on('error', reject)
        asked.end()
      }),
    treeBytes: async () => (await readTreeBytes(door.process.pid ?? 0)) ?? 0,
    /** Of the door itself, without its children. */
    async self() {
      const tree = (await createProcessTable(door.process.pid ?? 0, systemClock).look([])) ?? []
      const found = tree.find(({ pid }) => pid === door.process.pid)
      return found ?? { cpuMs: 0, pssBytes: 0, rssBytes: 0, openFiles: 0 }
    },
    async close() {
      agent.destroy()
      door.process.kill('SIGTERM')
      await door.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Milliseconds of each of so many turns, one after the other. */
export async function timed(turns: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times
}

export const passed = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))
