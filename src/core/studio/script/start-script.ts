// Begins to ask about a book as a job: one of a book at a time, and nothing that costs unasked.
import type { ScriptRequest } from '../../../contract/index.ts'
import { fail, failure } from '../../base/failure-error.ts'
import { withWhatIsLeft } from '../budget.ts'
import type { StudioParts } from '../studio-parts.ts'
import { estimateScript } from './estimate-script.ts'
import { askAboutBook } from './script-job.ts'

/**
 * Takes the place of what is being asked about the book already; what that has got is kept. `asksFirst`: a crash
 * has left it open, and what costs money waits for a person. Fails with `no-language-model`.
 */
export function startScript(
  parts: StudioParts,
  request: ScriptRequest,
  { asksFirst = false } = {},
): Promise<{ jobId: string }> {
  const { context, jobs, turns, script } = parts
  return turns(`script of ${request.projectId}`, async () => {
    const model = context.languageModels.inUse()
    if (!model) throw fail('no-language-model')
    await context.projects.read(request.projectId)
    for (const { job } of jobs.active(request.projectId, 'script')) await jobs.cancel(job.id)
    const { projectId } = request
    const again = (spent: number) => startScript(parts, withWhatIsLeft(request, spent))
    const about = { kind: 'script', stage: 'asking', projectId, again } as const
    const job = jobs.start(about, JSON.stringify(request), async (running) => {
      const { items: total, known } = await estimateScript(parts, request, running.signal)
      running.update({ total, done: known })
      script.unanswered.set(projectId, [])
      if (known === total) return
      if (asksFirst && model.price) running.pause(failure('resume-costs', { server: model.label }))
      const budget = request.budget ?? null
      const unanswered = await askAboutBook(parts, running, { ...request, total, budget })
      script.unanswered.set(projectId, unanswered)
      script.answered()
    })
    return { jobId: job.id }
  })
}
