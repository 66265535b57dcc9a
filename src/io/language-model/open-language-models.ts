// The person's language model behind its port.
import { LanguageModel, LanguageModelCheck, type LanguageModelView } from '../../contract/index.ts'
import type { LanguageModels, ModelInUse, ModelQuestion } from '../../core/ports/language-models.ts'
import { openKeptServer, type KeptServerOptions } from '../servers/kept-server.ts'
import { askModel, type Strictness } from './ask-model.ts'
import { writeByModel, type StreamManner } from './write-by-model.ts'

export type LanguageModelsOptions = Pick<
  KeptServerOptions<LanguageModel, ModelInUse>,
  'path' | 'keys' | 'clock' | 'concurrency'
>

export type OpenedLanguageModels = LanguageModels & { close(): Promise<void> }

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

/** Opens nothing but its file; the server is connected with when it is asked for something. */
export function openLanguageModels(options: LanguageModelsOptions): OpenedLanguageModels {
  const { clock } = options
  const kept = openKeptServer<LanguageModel, ModelInUse>({
    ...options,
    keyId: 'language model',
    missing: 'no-language-model',
    parse: (found) => LanguageModel.safeParse(found).data ?? null,
    parseCheck: (found) => LanguageModelCheck.safeParse(found).data ?? null,
    use({ address, model, price }, label, connections) {
      let from: Strictness = 'schema'
      let manner: StreamManner = 'counted'
      return {
        ...{ label, model, price },
        ask: (question, signal) =>
          connections.use(address, async (connected) => {
            const asked = { label, model, ...connected, clock, wholeMs }
            const { answer, known } = await askModel(asked, question, from, signal)
            from = known
            return answer
          }),
        write: (question, onText, signal) =>
          connections.use(address, async (connected) => {
            const asked = { label, model, ...connected, clock, wholeMs }
            const { answer, known } = await writeByModel(asked, question, manner, onText, signal)
            manner = known
            return answer
          }),
      }
    },
    tryOut: ({ model }, label, connected, signal) =>
      askModel({ label, model, ...connected, clock, wholeMs: checkMs }, oneWord, 'schema', signal),
  })
  const view = async (): Promise<LanguageModelView> => {
    const { server: model, ...rest } = await kept.view()
    return { model, ...rest }
  }
  const viewed = async (work: Promise<void>) => {
    await work
    return view()
  }
  return {
    view,
    set: (model) => viewed(kept.set(model)),
    setKey: (key) => viewed(kept.setKey(key)),
    check: (signal) => viewed(kept.check(signal)),
    inUse: kept.inUse,
    close: kept.close,
  }
}
