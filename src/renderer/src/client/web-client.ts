// The studio over HTTP: POST a call, hear the events. The browser's own EventSource reconnects.
import type { Reply, StudioClient, Ticket } from '../../../contract/index.ts'
import { addresses } from '../../../contract/studio-client.ts'
import { createStore } from './store.ts'
import { after } from './after.ts'
import {
  type Connection,
  createDispatch,
  createOpenings,
  type Link,
  unforeseen,
} from './connection.ts'
import { pickFiles } from './pick-files.ts'
import { ownHeader, sendFile, sendTogether } from './upload.ts'

/** How long to wait before a closed event stream is opened anew. */
const reopenMs = 2000

export function connectWeb(): Connection {
  const { on, dispatch } = createDispatch()
  const link = createStore<Link>('opening')

  const listen = () => {
    const source = new EventSource(addresses.events)
    source.onopen = () => link.set('open')
    source.onmessage = (event) => {
      const { name, payload } = JSON.parse(event.data as string) as {
        name: string
        payload: unknown
      }
      dispatch(name, payload)
    }
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return link.set('lost')
      // The browser gives up for good on an answer that is no event stream, and does not say which it was.
      void isRefused().then((refused) => {
        link.set(refused ? 'refused' : 'lost')
        after(reopenMs, listen)
      })
    }
  }
  listen()

  return {
    call: callOverHttp as StudioClient['call'],
    on,
    link,
    onOpen: createOpenings(link),
    host: {
      door: 'web',
      ticketForFile: (file, onProgress) => sendFile(file as File, onProgress),
      ticketForVoice: async ({ name, files }, onProgress) =>
        sendTogether(name, (await files()) as File[], onProgress),
      chooseBooks: async () => {
        const tickets: Ticket[] = []
        for (const file of await pickFiles()) {
          const reply = await sendFile(file)
          if (reply.ok) tickets.push(reply.value)
        }
        return tickets
      },
      chooseVoice: null,
      chooseFolder: null,
      chooseExportTarget: async (suggestedName) => {
        const reply = await post(
          `${addresses.exportTarget}?name=${encodeURIComponent(suggestedName)}`,
          {},
        )
        return reply.ok ? (reply.value as { ticket: Ticket }).ticket : null
      },
      reveal: null,
      dragOut: null,
      tellDeeds: null,
    },
  }
}

const isRefused = async (): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(reopenMs)
    return (await fetch(addresses.events, { method: 'HEAD', signal })).status === 401
  } catch {
    return false
  }
}

const callOverHttp = (name: string, args: unknown): Promise<Reply<unknown>> =>
  post(`${addresses.call}${name}`, args)

async function post(address: string, body: unknown): Promise<Reply<unknown>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...ownHeader },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Reply<unknown>
  } catch (error) {
    return { ok: false, failure: unforeseen(String(error)) }
  }
}
