// Mirrors the language model that is set, for as long as somebody looks at it.
import type { Failure, LanguageModel, LanguageModelView, Reply } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { createLatestAnswer } from './latest-answer.ts'
import { createStore, type Readable } from '../client/store.ts'

export type LanguageModelNow = {
  /** Null until it is known. */
  view: LanguageModelView | null
  /** Why it is not known. */
  failure: Failure | null
  isChecking: boolean
}

export type LanguageModelMirror = Readable<LanguageModelNow> & {
  save(model: LanguageModel): Promise<Reply<LanguageModelView>>
  /** Null forgets it. */
  setKey(key: string | null): Promise<Reply<LanguageModelView>>
  /** Asks the model that is saved. */
  check(): Promise<Reply<LanguageModelView>>
  remove(): Promise<Reply<LanguageModelView>>
  refresh(): Promise<void>
  /** Reads it now and whenever the line is there again, until the function that it returns is called. */
  watch(): () => void
}

export function mirrorLanguageModel(connection: Connection): LanguageModelMirror {
  const store = createStore<LanguageModelNow>({ view: null, failure: null, isChecking: false })
  const latest = createLatestAnswer()
  /** What a deed answers with is newer than what was read before it. */
  const take = (reply: Reply<LanguageModelView>): Reply<LanguageModelView> => {
    if (reply.ok) store.update((now) => ({ ...now, view: reply.value, failure: null }))
    return reply
  }
  const deed = async (asked: Promise<Reply<LanguageModelView>>) => {
    void latest(asked)
    return take(await asked)
  }
  const refresh = async () => {
    const reply = await latest(connection.call('script.model', {}))
    if (reply === null) return
    if (!reply.ok) store.update((now) => ({ ...now, failure: now.view ? null : reply.failure }))
    else take(reply)
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh,
    save: (model) => deed(connection.call('script.setModel', { model })),
    setKey: (key) => deed(connection.call('script.setKey', { key })),
    remove: () => deed(connection.call('script.removeModel', {})),
    async check() {
      store.update((now) => ({ ...now, isChecking: true }))
      const reply = await deed(connection.call('script.check', {}))
      store.update((now) => ({ ...now, isChecking: false }))
      return reply
    },
    watch: () => connection.onOpen(() => void refresh()),
  }
}
