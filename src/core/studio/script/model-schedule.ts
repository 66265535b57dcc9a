// The calls to the language model: how many at once, tried again, paused where the server asks for it.
import type { Failure } from '../../../contract/index.ts'
import { createDispatcher, type Dispatcher } from '../../dispatch/dispatcher.ts'
import type { ModelAnswer, ModelInUse, ModelQuestion } from '../../ports/language-models.ts'
import type { StudioContext } from '../studio-context.ts'

/** How often one call is tried in all. */
const tries = 4

export type ModelSchedule = {
  ask(
    model: ModelInUse,
    question: ModelQuestion,
    signal: AbortSignal,
    onWaiting?: (untilMs: number | null, failure: Failure | null) => void,
  ): Promise<ModelAnswer>
}

/** Of all books together. What is learned of a server is forgotten with its setting. */
export function createModelSchedule(
  context: Pick<StudioContext, 'clock' | 'scope' | 'settingsInForce' | 'measures' | 'options'>,
): ModelSchedule {
  const { clock, scope, settingsInForce, measures, options } = context
  let current: { model: ModelInUse; lanes: number; dispatcher: Dispatcher } | null = null
  const dispatcherOf = (model: ModelInUse): Dispatcher => {
    const lanes = settingsInForce().scriptConcurrency
    if (current?.model === model && current.lanes === lanes) return current.dispatcher
    // What waits in an old one comes to its end there.
    const dispatcher = createDispatcher({
      clock,
      random: Math.random,
      endpoints: [{ id: model.label, limit: { mode: 'fixed', lanes } }],
      caps: () => ({ lanes, requestsPerMinute: null, charactersPerMinute: null }),
      tries,
      ...(options.patienceMs === undefined ? {} : { budgetMs: options.patienceMs }),
    })
    scope.own(() => dispatcher.dispose())
    current = { model, lanes, dispatcher }
    return dispatcher
  }
  return {
    ask(model, question, signal, onWaiting) {
      const dispatcher = dispatcherOf(model)
      const characters = question.system.length + question.user.length
      const lastFailure = () => dispatcher.state()[0]?.lastFailure?.failure ?? null
      return dispatcher.run(
        { characters },
        async (_, inner) => {
          const answer = await measures.around('ask', model.label, () => model.ask(question, inner))
          return { value: answer, ...(answer.limits && { limits: answer.limits }) }
        },
        {
          signal,
          urgent: false,
          ...(onWaiting && { onWaiting: (until) => onWaiting(until, lastFailure()) }),
        },
      )
    },
  }
}
