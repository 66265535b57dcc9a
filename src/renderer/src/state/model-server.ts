// Mirrors a server of a model that is set (a language model, a listener), for as long as somebody looks at it.
import type {
  Failure,
  LanguageModelCheck,
  LanguageModelView,
  ListenerModel,
  Reply,
  TranscriberView,
} from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { createStore, type Readable } from '../client/store.ts'
import { createLatestAnswer } from './latest-answer.ts'

/** `P`: the amounts that its price has. */
export type ModelServer<P extends string> = {
  address: string
  model: string
  allowPlain: boolean
  price: (Record<P, number> & { currency: string }) | null
}

export type ModelServerView<P extends string> = Pick<LanguageModelView, 'hasKey' | 'keys'> & {
  /** Null: none is set. */
  server: ModelServer<P> | null
  /** Works in the server's place: of listeners alone. */
  onDisk?: ListenerModel | null
  check: LanguageModelCheck | null
}

export type ModelServerNow<P extends string> = {
  /** Null until it is known. */
  view: ModelServerView<P> | null
  /** Why it is not known. */
  failure: Failure | null
  isChecking: boolean
}

type Deeds<P extends string> = {
  save(server: ModelServer<P>): Promise<Reply<ModelServerView<P>>>
  /** Null forgets it. */
  setKey(key: string | null): Promise<Reply<ModelServerView<P>>>
  /** Asks the one that is saved. */
  check(): Promise<Reply<ModelServerView<P>>>
  remove(): Promise<Reply<ModelServerView<P>>>
}

export type ModelServerMirror<P extends string> = Readable<ModelServerNow<P>> &
  Deeds<P> & {
    refresh(): Promise<void>
    /** Reads it now and whenever the line is there again, until the function that it returns is called. */
    watch(): () => void
  }

function mirrorModelServer<P extends string>(
  connection: Connection,
  studio: Deeds<P> & { read(): Promise<Reply<ModelServerView<P>>> },
): ModelServerMirror<P> {
  const store = createStore<ModelServerNow<P>>({ view: null, failure: null, isChecking: false })
  const latest = createLatestAnswer()
  /** What a deed answers with is newer than what was read before it. */
  const take = (reply: Reply<ModelServerView<P>>): Reply<ModelServerView<P>> => {
    if (reply.ok) store.update((now) => ({ ...now, view: reply.value, failure: null }))
    return reply
  }
  const deed = async (asked: Promise<Reply<ModelServerView<P>>>) => {
    void latest(asked)
    return take(await asked)
  }
  const refresh = async () => {
    const reply = await latest(studio.read())
    if (reply === null) return
    if (!reply.ok) store.update((now) => ({ ...now, failure: now.view ? null : reply.failure }))
    else take(reply)
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh,
    save: (server) => deed(studio.save(server)),
    setKey: (key) => deed(studio.setKey(key)),
    remove: () => deed(studio.remove()),
    async check() {
      store.update((now) => ({ ...now, isChecking: true }))
      const reply = await deed(studio.check())
      store.update((now) => ({ ...now, isChecking: false }))
      return reply
    },
    watch: () => connection.onOpen(() => void refresh()),
  }
}

async function replied<T, U>(asked: Promise<Reply<T>>, as: (value: T) => U): Promise<Reply<U>> {
  const reply = await asked
  return reply.ok ? { ...reply, value: as(reply.value) } : reply
}

export type TokenAmount = 'perMillionIn' | 'perMillionOut'

export function mirrorLanguageModel(connection: Connection): ModelServerMirror<TokenAmount> {
  const view = (asked: Promise<Reply<LanguageModelView>>) =>
    replied(asked, ({ model, ...rest }) => ({ ...rest, server: model }))
  return mirrorModelServer<TokenAmount>(connection, {
    read: () => view(connection.call('script.model', {})),
    save: (model) => view(connection.call('script.setModel', { model })),
    setKey: (key) => view(connection.call('script.setKey', { key })),
    check: () => view(connection.call('script.check', {})),
    remove: () => view(connection.call('script.removeModel', {})),
  })
}

export type MinuteAmount = 'perMinute'

export function mirrorTranscriber(connection: Connection): ModelServerMirror<MinuteAmount> {
  const view = (asked: Promise<Reply<TranscriberView>>) =>
    replied(asked, ({ transcriber, ...rest }) => ({ ...rest, server: transcriber }))
  return mirrorModelServer<MinuteAmount>(connection, {
    read: () => view(connection.call('listen.transcriber', {})),
    save: (transcriber) => view(connection.call('listen.setTranscriber', { transcriber })),
    setKey: (key) => view(connection.call('listen.setKey', { key })),
    check: () => view(connection.call('listen.check', {})),
    remove: () => view(connection.call('listen.removeTranscriber', {})),
  })
}
