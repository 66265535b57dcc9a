// A script while it is written: what stays, what is still coming, and what is told of both.
import type { DraftGrowth, UnwrittenSection, WriteDraft } from '../../../contract/index.ts'
import type { Clock, Scope } from '../../base/scope.ts'
import { cleanAnswer } from '../../script/write/clean-answer.ts'
import { scriptText, type ScriptLine } from '../../script/write/script-line.ts'

export type Draft = {
  view(): WriteDraft
  /** The lines that stay. */
  readonly lines: readonly ScriptLine[]
  readonly unwritten: readonly UnwrittenSection[]
  /** What a call has brought so far; empty where it begins anew. */
  coming(text: string): void
  /** It is whole: these lines take its place and stay. */
  settle(lines: readonly ScriptLine[], unwritten: UnwrittenSection | null): void
  /** Tells what was not told yet. */
  flush(): void
}

/** Four times a second is as often as anybody reads. */
const tellEveryMs = 250

/** `tell` gets what has changed since it was told last, as long as the scope is there. */
export function createDraft(
  speakers: readonly string[],
  { clock, scope }: { clock: Clock; scope: Scope },
  tell: (growth: Omit<DraftGrowth, 'jobId'>) => void,
): Draft {
  const lines: ScriptLine[] = []
  const unwritten: UnwrittenSection[] = []
  let settled = ''
  let live = ''
  let revision = 0
  let told = { text: '', settled: 0 }
  let isWaiting = false
  const now = () => settled + scriptText(cleanAnswer(live, speakers), speakers)
  const flush = () => {
    const text = now()
    if (text === told.text && settled.length === told.settled) return
    const at = sameLetters(told.text, text, told.settled)
    told = { text, settled: settled.length }
    revision += 1
    tell({ revision, at, text: text.slice(at), settled: settled.length })
  }
  const later = () => {
    if (isWaiting) return
    isWaiting = true
    scope.after(clock, tellEveryMs, () => {
      isWaiting = false
      flush()
    })
  }
  return {
    // As it was told, so that what is told next fits behind it.
    view: () => ({ revision, ...told, unwritten: [...unwritten] }),
    lines,
    unwritten,
    coming(text) {
      live = text
      later()
    },
    settle(made, trouble) {
      live = ''
      lines.push(...made)
      settled += scriptText(made, speakers)
      if (trouble) unwritten.push(trouble)
      later()
    },
    flush,
  }
}

/** From the beginning; `from` of them are known to be. Never cuts a letter in two. */
function sameLetters(before: string, now: string, from: number): number {
  let at = Math.min(from, before.length, now.length)
  while (at < before.length && at < now.length && before[at] === now[at]) at += 1
  return /[\uD800-\uDBFF]/.test(now[at - 1] ?? '') ? at - 1 : at
}
