// Every way in which the chat server misbehaves, by name; each is the same in every run.
import { insufficientQuota, internalError, retryAfter } from '../speech-server/refusals.ts'
import type { ChatItem } from './chat-request.ts'
import type { Fault } from './fault.ts'
import * as say from './say.ts'
import * as spoil from './spoil-items.ts'

/** A variant is made by spreading: `{ ...faults.busy, every: 3 }`. */
export const faults = {
  // ── pace and refusals ──
  slow: { does: 'takes five times as long', latencyFactor: 5 },
  busy: {
    does: 'answers 429, Retry-After: 1, to the first of every two calls',
    nth: 1,
    every: 2,
    refusal: retryAfter(1),
  },
  quota: { does: 'answers 429 insufficient_quota', refusal: insufficientQuota },
  trouble: {
    does: 'answers 500 to the first of every three calls',
    nth: 1,
    every: 3,
    refusal: internalError,
  },

  // ── what should be JSON ──
  malformed: {
    does: 'by turns has a comma too many, single quotes, no last } or no ]',
    say: say.malformed,
  },
  fenced: { does: 'puts its JSON in a fence between two sentences', say: say.fenced },
  'not-json': { does: 'answers in prose', say: say.prose },
  cut: {
    does: 'stops for length in the middle of an item, two thirds of the way, also of one alone',
    say: say.cut,
  },
  refusal: { does: 'refuses, and has no content', say: say.refused },
  'empty-content': { does: 'says nothing', say: say.nothing },
  'broken-stream': {
    does: 'breaks off half way through the body of the second of every two calls',
    nth: 2,
    every: 2,
    breaksOff: true,
  },

  // ── the items ──
  'missing-item': {
    does: 'leaves out the middle one of several items',
    spoil: spoil.withoutOne,
  },
  'extra-item': {
    does: 'answers an item that nobody asked about, and the first one twice, differently',
    spoil: spoil.withOthers,
  },
  'wrong-schema': {
    does: 'gives the first of several items wrong types and a word that is in no list',
    spoil: spoil.withOneWrong,
  },
  stubborn: {
    does: 'gives the items in `stubbornIds` wrong types, also one alone',
    spoil: spoil.withStubborn,
  },
  'changed-words': {
    does: 'adds the text with other words in it, and spoils every word of its own',
    spoil: spoil.withChangedWords,
  },
  smuggled: {
    does: 'says of all items what stands after SYSTEM: in the text of one',
    spoil: spoil.obeying,
  },
} as const satisfies Readonly<Record<string, Fault & { does: string }>>

export type FaultName = keyof typeof faults

export type FaultWish =
  | FaultName
  | Fault
  | ((callIndex: number, items: readonly ChatItem[]) => FaultName | Fault | null)
  | null

/** Null when the call is answered well. */
export function chooseFault(
  wish: FaultWish,
  callIndex: number,
  items: readonly ChatItem[],
): Fault | null {
  if (typeof wish === 'function') return byName(wish(callIndex, items))
  const fault = byName(wish)
  if (!fault) return null
  const { nth = 1, every = 1 } = fault
  return callIndex % every === nth - 1 ? fault : null
}

const byName = (wish: FaultName | Fault | null): Fault | null =>
  typeof wish === 'string' ? faults[wish] : wish
