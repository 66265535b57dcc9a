// Codec children that do what the test says, when it says so.
import type { Launch } from '../../../src/io/process/channel.ts'
import type { Answer, Question } from '../../../src/io/process/serve.ts'

type Call = Extract<Question, { kind: 'call' }>
export type Child = {
  /** Jobs it was given, newest last. */
  given: Call[]
  alive: boolean
  answer(value: unknown): void
  die(): void
}

/** Children made of a list: `launch` is the port that doors fulfil. */
export function childrenOf(list: Child[]): Launch {
  return () => {
    const exits: ((code: number | null) => void)[] = []
    const listeners: ((message: unknown) => void)[] = []
    const child: Child = {
      given: [],
      alive: true,
      answer(value) {
        const id = child.given.at(-1)?.id ?? 0
        for (const listener of listeners) listener({ kind: 'value', id, value } satisfies Answer)
      },
      die() {
        if (!child.alive) return
        child.alive = false
        for (const listener of exits) listener(null)
      },
    }
    list.push(child)
    return {
      pid: list.length,
      post: (message) => {
        const question = message as Question
        if (question.kind === 'call') child.given.push(question)
      },
      onMessage: (listener) => void listeners.push(listener),
      onExit: (listener) => void exits.push(listener),
      kill: () => child.die(),
    }
  }
}
