// Names the segments that failed, those that seem to have something wrong, those of another voice.
import { takeFlagSentences, type Project, type SegmentRow } from '../contract/index.ts'
import { explain, printJson } from '../io/command-line/report.ts'
import type { Call } from './follow-job.ts'

/** Rows asked for at a time. */
const pageSize = 500
/** Segments of one kind that are told in full. */
const mostTold = 5

export type SpokenChapters = { project: Project; chapterIds: readonly string[] }

/** Each with its reason. */
export async function explainFailed(
  call: Call,
  spoken: SpokenChapters,
  json: boolean,
): Promise<void> {
  for await (const { id, text, status } of rowsOf(call, spoken)) {
    if (status.state !== 'failed') continue
    if (json) printJson({ event: 'segment-failed', segment: id, text, ...status.failure })
    else process.stderr.write(`${id} “${text.trim().slice(0, 60)}”: `)
    if (!json) explain(status.failure, false)
  }
}

/**
 * How many are flagged and how many another voice speaks instead, and the first few of each. Answers
 * with the number of the latter.
 */
export async function explainMarked(
  call: Call,
  spoken: SpokenChapters,
  json: boolean,
): Promise<number> {
  const flagged = createList()
  const instead = createList()
  for await (const { id, text, status } of rowsOf(call, spoken)) {
    if (status.state !== 'ready') continue
    const { flags, fallback: voice } = status
    const line = `  ${id} “${text.trim().slice(0, 60)}”`
    const reasons = flags.map(({ code, params }) => takeFlagSentences[code](params))
    if (flags.length > 0) flagged.add(`${line}: ${reasons.join(' ')}`)
    if (voice !== undefined) instead.add(`${line}: ${voice}`)
    if (voice !== undefined && json)
      printJson({ event: 'segment-fallback', segment: id, text, voice })
  }
  if (!json) {
    flagged.tell('segment was flagged', 'segments were flagged')
    instead.tell('segment is spoken by another voice', 'segments are spoken by another voice')
  }
  return instead.count
}

/** Counts all and keeps the first few. */
function createList() {
  const lines: string[] = []
  let count = 0
  return {
    add(line: string) {
      count += 1
      if (count <= mostTold) lines.push(line)
    },
    get count() {
      return count
    },
    tell(one: string, many: string) {
      if (count === 0) return
      const rest = count > mostTold ? [`  and ${count - mostTold} more`] : []
      const head = `${count} ${count === 1 ? one : many}:`
      process.stderr.write(`${[head, ...lines, ...rest].join('\n')}\n`)
    },
  }
}

async function* rowsOf(
  call: Call,
  { project, chapterIds }: SpokenChapters,
): AsyncGenerator<SegmentRow> {
  for (const chapter of project.chapters.filter(({ id }) => chapterIds.includes(id))) {
    for (let from = 0; from < chapter.segments; from += pageSize) {
      const count = Math.min(pageSize, chapter.segments - from)
      const at = { projectId: project.id, from: chapter.firstPosition + from, count }
      yield* (await call('segment.list', at)).rows
    }
  }
}
