// Chooses the transport: the preload's bridge in Electron, HTTP and server-sent events on the web.
import type { Reply, StudioClient } from '../../../contract/index.ts'
import { createStore } from './store.ts'
import type { Bridge } from './bridge.d.ts'
import {
  type Connection,
  createDispatch,
  createOpenings,
  type Link,
  unforeseen,
} from './connection.ts'
import { sendFile, sendTogether } from './upload.ts'
import { connectWeb } from './web-client.ts'

/** Called once, at the start of the page. */
export const connect = (): Connection =>
  window.lectern === undefined ? connectWeb() : connectBridge(window.lectern)

function connectBridge(bridge: Bridge): Connection {
  const { on, dispatch } = createDispatch()
  const link = createStore<Link>('open')
  bridge.on(dispatch)
  const call = async (name: string, args: unknown): Promise<Reply<unknown>> => {
    try {
      return await bridge.call(name, args)
    } catch (error) {
      return { ok: false, failure: unforeseen(String(error)) }
    }
  }
  return {
    call: call as StudioClient['call'],
    on,
    link,
    onOpen: createOpenings(link),
    host: {
      door: bridge.host.door,
      // A file that has no path, such as one made by a page, is sent as bytes instead.
      ticketForFile: async (file, onProgress) => {
        const ticket = await bridge.host.ticketForFile(file)
        return ticket === null ? sendFile(file as File, onProgress) : { ok: true, value: ticket }
      },
      ticketForVoice: async ({ name, main, files }, onProgress) => {
        const ticket = await bridge.host.ticketForFile(main)
        return ticket === null
          ? sendTogether(name, (await files()) as File[], onProgress)
          : { ok: true, value: ticket }
      },
      chooseBooks: bridge.host.chooseBooks,
      chooseVoice: bridge.host.chooseVoice,
      chooseFolder: bridge.host.chooseFolder,
      chooseExportTarget: bridge.host.chooseExportTarget,
      reveal: bridge.host.reveal,
      dragOut: bridge.host.dragOut,
      tellDeeds: bridge.host.tellDeeds,
    },
  }
}
