// Begins to write a script as a job that ends with a new book.
import { fileNameOf, type Job, type Project, type WriteRequest } from '../../../contract/index.ts'
import { digestJson } from '../../base/digest.ts'
import { fail, failureOf } from '../../base/failure-error.ts'
import { planWriting, type WritingPlan } from '../../script/write/write-question.ts'
import { withWhatIsLeft } from '../budget.ts'
import type { RunningJob } from '../job-registry.ts'
import { importBook } from '../library/import-job.ts'
import type { StudioParts } from '../studio-parts.ts'
import { castScript } from './cast-script.ts'
import { createDraft, type Draft } from './draft.ts'
import { writeSections } from './write-job.ts'

/**
 * The same asked for while it is being written is that job. `asksFirst`: a crash has left it open, and what costs
 * money waits for a person. Fails with `no-language-model`.
 */
export async function startWriting(
  parts: StudioParts,
  request: WriteRequest,
  { asksFirst = false } = {},
): Promise<{ jobId: string }> {
  const { context, jobs, writing } = parts
  if (!context.languageModels.inUse()) throw fail('no-language-model')
  const plan = planWriting(request)
  const { budget, ...asked } = request
  const name = digestJson(asked)
  const known = writing.underWay.get(name)
  if (known !== undefined) return { jobId: known }
  const again = (spent: number) => startWriting(parts, withWhatIsLeft(request, spent))
  const about = { kind: 'write', stage: 'asking', name: plan.title, again } as const
  const job = jobs.start(about, JSON.stringify(request), async (running) => {
    const { id: jobId } = running.job
    const { clock, events } = context
    const draft = createDraft(plan.speakers, { clock, scope: running.scope }, (growth) =>
      events.emit('draft.grown', { jobId, ...growth }),
    )
    writing.add(jobId, draft)
    try {
      await writeSections(parts, running, { plan, draft, budget, asksFirst })
      draft.flush()
      running.update({ stage: 'reading', etaSeconds: null })
      await addToLibrary(parts, running, plan, draft)
    } finally {
      draft.flush()
    }
  })
  writing.underWay.set(name, job.id)
  void jobs.ended(job.id).then(() => writing.underWay.delete(name))
  return { jobId: job.id }
}

/** The same script is the same book, with the cast that it has by now. */
async function addToLibrary(
  { context, changes, voices }: StudioParts,
  running: RunningJob,
  { title, language, speakers }: WritingPlan,
  draft: Draft,
): Promise<void> {
  const { text } = draft.view()
  const isAlone = speakers.length === 1
  const script = { title, language, speakers: isAlone ? [] : speakers }
  const importing = {
    signal: running.signal,
    job: running.job,
    // How far it has come is counted in sections.
    update: ({ projectId }: Partial<Job>) =>
      running.update(projectId === undefined ? {} : { projectId }),
  }
  const { path, release } = await context.passingTexts.write(fileNameOf(title, 'txt'), text)
  let project: Project
  try {
    project = await importBook(context, voices, importing, path, { script })
  } finally {
    await release()
  }
  if (project.revision === 0 && !isAlone)
    await castScript({ context, changes, voices }, project.id, speakers)
  await changes.announce(project.id, null)
  changes
    .settleAll(project.id)
    .catch((error: unknown) => context.log.debug('settling', { failure: failureOf(error) }))
}
