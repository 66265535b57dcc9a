// The person's language model behind its port: saved, given a key, checked, asked.
import type { LanguageModel, LanguageModelCheck } from '../../contract/index.ts'
import { fail, FailureError, failureOf } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { LanguageModels, ModelInUse, ModelQuestion } from '../../core/ports/language-models.ts'
import type { KeyStore } from '../../core/ports/servers.ts'
import { serverAddress } from '../servers/server-address.ts'
import { createServerConnections, type ServerConnections } from '../servers/server-connections.ts'
import { createServerKeys } from '../servers/server-keys.ts'
import { askModel, type Strictness } from './ask-model.ts'
import { openLanguageModelFile } from './language-model-file.ts'
import { listModels } from './list-models.ts'

export type LanguageModelsOptions = {
  /** Absolute path of the file that it is kept in. */
  path: string
  keys: KeyStore
  clock: Clock
  /** How many calls may be under way; read when the server is connected with. */
  concurrency: () => number
}

export type OpenedLanguageModels = LanguageModels & { close(): Promise<void> }

/** No speech server can have this name: theirs have no space. */
const keyId = 'language model'
/** A local model may have to be loaded first, and then writes ten answers one after the other. */
const wholeMs = 600_000
const checkMs = 120_000

/** None of the book's words: whether it answers at all. */
const oneWord: ModelQuestion = {
  system: 'Answer with the JSON object {"items": []} and nothing else.',
  user: 'ready?',
  schema: {
    name: 'ready',
    json: {
      type: 'object',
      properties: { items: { type: 'array', items: { type: 'string' } } },
      required: ['items'],
      additionalProperties: false,
    },
  },
}

type Opened = { inUse: ModelInUse; connections: ServerConnections; model: LanguageModel }

/** Opens nothing but its file; the server is connected with when it is asked for something. */
export function openLanguageModels(options: LanguageModelsOptions): OpenedLanguageModels {
  const { clock } = options
  const file = openLanguageModelFile(options.path)
  const keys = createServerKeys(options.keys)
  const keyed = (model: LanguageModel) => ({ id: keyId, addresses: [model.address] })

  const open = (model: LanguageModel): Opened => {
    const connections = createServerConnections(() => keys.get(keyed(model)), options.concurrency)
    const label = new URL(model.address).host
    let from: Strictness = 'schema'
    const ask: ModelInUse['ask'] = (question, signal) =>
      connections.use(model.address, async ({ client, key }) => {
        const asked = { label, model: model.model, client, key, clock, wholeMs }
        const { answer, known } = await askModel(asked, question, from, signal)
        from = known
        return answer
      })
    return { model, connections, inUse: { label, model: model.model, price: model.price, ask } }
  }
  const saved = file.read().model
  let opened = saved && open(saved)

  const view = async () => {
    const { model, check } = file.read()
    const hasKey = model !== null && (await keys.get(keyed(model))) !== null
    return { model, hasKey, keys: await options.keys.place(), check }
  }
  const present = (): Opened => {
    if (!opened) throw fail('no-language-model')
    return opened
  }
  const look = async ({ model, connections }: Opened, signal: AbortSignal) => {
    const label = new URL(model.address).host
    const check: LanguageModelCheck = {
      at: clock.now(),
      failure: null,
      latencyMs: null,
      models: [],
    }
    try {
      return await connections.use(model.address, async ({ client, key }) => {
        const asked = { label, model: model.model, client, key, clock, wholeMs: checkMs }
        check.models = await listModels(client, signal)
        const startedAt = clock.monotonic()
        await askModel(asked, oneWord, 'schema', signal)
        return { ...check, latencyMs: Math.round(clock.monotonic() - startedAt) }
      })
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      return { ...check, failure: failureOf(error) }
    }
  }

  return {
    view,
    async set(given) {
      const address = given && serverAddress(given.address, given.allowPlain)
      const model = given && address !== null ? { ...given, address } : null
      const before = file.read()
      const isSame =
        before.model?.address === model?.address && before.model?.model === model?.model
      await file.change(() => ({ model, check: isSame ? before.check : null }))
      if (model) await keys.forgetElsewhere(keyed(model))
      else await options.keys.clear(keyId)
      // What is under way comes to its end with the old one.
      opened?.connections.renew()
      opened = model && open(model)
      return view()
    },
    async setKey(key) {
      const { model, connections } = present()
      await keys.set(keyed(model), key)
      connections.renew()
      return view()
    },
    async check(signal) {
      const asked = present()
      const check = await look(asked, signal)
      if (asked === opened) await file.change((now) => ({ ...now, check }))
      return view()
    },
    inUse: () => opened?.inUse ?? null,
    close: async () => opened?.connections.close(),
  }
}
