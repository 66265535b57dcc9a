// A bar with an ETA on a terminal, plain lines elsewhere, JSON lines with --json.
import { SingleBar } from 'cli-progress'
import { englishFace as words, type Job } from '../contract/index.ts'
import { printJson, sentenceOf } from '../io/command-line/report.ts'

/** As much of a job as is shown. */
export type Shown = Pick<
  Job,
  'kind' | 'state' | 'stage' | 'done' | 'total' | 'failed' | 'chapters' | 'etaSeconds' | 'waiting'
>

export type Progress = { show(stage: string, job: Shown): void; end(): void }

/** How much must be done between two plain lines. */
const plainStep = 0.1

export function createProgress(json: boolean): Progress {
  if (json) return jsonProgress()
  return process.stderr.isTTY ? barProgress() : plainProgress()
}

/** `waits 90 s: “Box” wants a pause …` */
const waitingWords = ({ failure, until }: NonNullable<Job['waiting']>): string =>
  `waits ${Math.max(1, Math.ceil((until - Date.now()) / 1000))} s: ${sentenceOf(failure)}`

function jsonProgress(): Progress {
  let last = ''
  return {
    show(_, { kind, stage, done, total, failed, chapters, etaSeconds, waiting }) {
      const share = total > 0 ? Math.floor((done / total) * 100) : 0
      const now = `${stage} ${share} ${waiting?.until ?? ''}`
      if (now === last) return
      last = now
      const pause = waiting
        ? {
            waiting: {
              until: waiting.until,
              code: waiting.failure.code,
              sentence: sentenceOf(waiting.failure),
            },
          }
        : {}
      const found = chapters === undefined ? {} : { chapters }
      const told = { event: 'progress', kind, stage, done, total, failed, etaSeconds }
      printJson({ ...told, ...found, ...pause })
    },
    end() {},
  }
}

function barProgress(): Progress {
  const bar = new SingleBar({
    format: '{stage} [{bar}] {percentage}% {left}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 1,
  })
  let started = false
  return {
    show(stage, { done, total, chapters, etaSeconds, waiting }) {
      if (total === 0) return
      const eta = etaSeconds === null ? '' : `${Math.ceil(etaSeconds)} s left`
      const found = chapters === undefined ? '' : words.library.importFound(chapters)
      const left = waiting ? waitingWords(waiting) : eta || found
      if (started) bar.setTotal(total)
      else bar.start(total, 0, { stage, left })
      started = true
      bar.update(done, { stage: stage.padEnd(18), left })
    },
    end: () => {
      if (started) bar.stop()
    },
  }
}

function plainProgress(): Progress {
  let next = 0
  let last = ''
  let waitedUntil = 0
  return {
    show(stage, { done, total, etaSeconds, state, waiting }) {
      if (state !== 'running') return
      if (waiting && waiting.until !== waitedUntil) {
        waitedUntil = waiting.until
        process.stderr.write(`${stage}: ${waitingWords(waiting)}\n`)
      }
      const share = total > 0 ? done / total : 0
      if (stage !== last) next = 0
      if (share < next) return
      last = stage
      next = Math.floor(share / plainStep) * plainStep + plainStep
      const left = etaSeconds === null ? '' : `, ${Math.ceil(etaSeconds)} s left`
      process.stderr.write(`${stage}: ${Math.round(share * 100)} %${left}\n`)
    },
    end() {},
  }
}
