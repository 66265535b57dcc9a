// Names the segments that failed, and those that were spoken but seem to have something wrong.
import { takeFlagSentences, type Project, type SegmentRow } from '../contract/index.ts'
import { explain, printJson } from '../io/command-line/report.ts'
import type { Call } from './follow-job.ts'

/** Rows asked for at a time. */
const pageSize = 500
/** Flagged segments that are told in full. */
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

/** How many there are, and the first few with their reasons. */
export async function explainFlagged(call: Call, spoken: SpokenChapters): Promise<void> {
  const told: string[] = []
  let count = 0
  for await (const { id, text, status } of rowsOf(call, spoken)) {
    if (status.state !== 'ready' || status.flags.length === 0) continue
    count += 1
    if (count > mostTold) continue
    const reasons = status.flags.map(({ code, params }) => takeFlagSentences[code](params))
    told.push(`  ${id} “${text.trim().slice(0, 60)}”: ${reasons.join(' ')}`)
  }
  if (count === 0) return
  const rest = count > mostTold ? [`  and ${count - mostTold} more`] : []
  const head = `${count} ${count === 1 ? 'segment was' : 'segments were'} flagged:`
  process.stderr.write(`${[head, ...told, ...rest].join('\n')}\n`)
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
