// A bar with an ETA on a terminal, plain lines elsewhere, JSON lines with --json.
import { SingleBar } from 'cli-progress'
import type { Job } from '../contract/index.ts'
import { printJson } from '../io/command-line/report.ts'

export type Progress = { show(stage: string, job: Job): void; end(): void }

/** How much must be done between two plain lines. */
const plainStep = 0.1

export function createProgress(json: boolean): Progress {
  if (json) return jsonProgress()
  return process.stderr.isTTY ? barProgress() : plainProgress()
}

function jsonProgress(): Progress {
  let last = ''
  return {
    show(_, { kind, stage, done, total, failed, etaSeconds }) {
      const share = total > 0 ? Math.floor((done / total) * 100) : 0
      const now = `${stage} ${share}`
      if (now === last) return
      last = now
      printJson({ event: 'progress', kind, stage, done, total, failed, etaSeconds })
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
    show(stage, { done, total, etaSeconds }) {
      if (total === 0) return
      const left = etaSeconds === null ? '' : `${Math.ceil(etaSeconds)} s left`
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
  return {
    show(stage, { done, total, etaSeconds, state }) {
      if (state !== 'running') return
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
