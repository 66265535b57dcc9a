// Wires one studio: parts, commands, events, sweeps; takes up what a crash has left open.
import {
  commands,
  events as eventTable,
  isCommandName,
  type CommandName,
  type EventName,
  type Reply,
  type Settings,
} from '../../contract/index.ts'
import { createEmitter } from '../base/emitter.ts'
import { failure, failureOf } from '../base/failure-error.ts'
import { createScope } from '../base/scope.ts'
import { createTurns } from '../base/turns.ts'
import type { StudioOptions, StudioPorts } from '../ports/studio-ports.ts'
import { createActivity } from './narration/activity.ts'
import { openBookQueue, type BookQueue } from './queue/book-queue.ts'
import { createAttentions } from './narration/attention.ts'
import { createChanges } from './document/changes.ts'
import { createChapterPlans } from './export/chapter-plans.ts'
import { createCommonDictionary } from './document/common-dictionary.ts'
import { castCommands } from './commands/cast.ts'
import { dataCommands } from './commands/data.ts'
import { diagnosticsCommands } from './commands/diagnostics.ts'
import { farmCommands } from './commands/farm.ts'
import { dictionaryCommands } from './commands/dictionary.ts'
import { jobCommands } from './commands/jobs.ts'
import { librarySoundCommands } from './commands/library-sounds.ts'
import { libraryCommands } from './commands/library.ts'
import { placeCommands } from './commands/places.ts'
import { projectCommands } from './commands/project.ts'
import { queueCommands } from './commands/queue.ts'
import { creditsCommands } from './commands/credits.ts'
import { reviewCommands } from './commands/review.ts'
import { segmentRowCommands } from './commands/segment-rows.ts'
import { segmentSoundCommands } from './commands/segment-sound.ts'
import { shelfCommands } from './commands/shelf.ts'
import { soundCommands } from './commands/sound.ts'
import { studioCommands } from './commands/studio.ts'
import { watchCommands } from './commands/watch.ts'
import { takeCommands } from './commands/takes.ts'
import { updateCommands } from './commands/updates.ts'
import { listenCommands } from './commands/listen.ts'
import { scriptCommands } from './commands/script.ts'
import { translationCommands } from './commands/translation.ts'
import { voiceCommands } from './commands/voices.ts'
import { writeCommands } from './commands/write.ts'
import { createDispatchers } from './narration/dispatchers.ts'
import { createDownloads } from './downloads.ts'
import type { Handlers } from './handlers.ts'
import { tellOfFarm } from './farm-news.ts'
import { createIdleEncoding } from './export/idle-encoding.ts'
import { createJobRegistry } from './job-registry.ts'
import { createMeasures } from './watch/measures.ts'
import { measuredPorts } from './measured-ports.ts'
import { createMedia } from './media.ts'
import { createMeter } from './watch/meter.ts'
import { readingInTurns } from './library/reading-turns.ts'
import { createResolver } from './takes/resolver.ts'
import { createRows, type Rows } from './document/rows.ts'
import { createSegmentNews } from './document/segment-news.ts'
import { createSlowOperations } from './watch/slow-operations.ts'
import { dropSetAside } from './library/set-aside.ts'
import type { StudioContext, StudioEvents } from './studio-context.ts'
import type { StudioParts } from './studio-parts.ts'
import type { Studio } from './studio.ts'
import { createSummaries } from './document/summaries.ts'
import { createTakeChecks } from './takes/take-checks.ts'
import { createTakeMaker } from './takes/take-maker.ts'
import { createVoiceAsking } from './takes/voice-asking.ts'
import { createServerSchedule } from './server-schedule.ts'
import { createScriptDesk } from './script/script-desk.ts'
import { createVoiceDesk } from './voices/voice-desk.ts'
import { createVoiceLevels } from './voices/voice-levels.ts'
import { createWatching } from './watch/open-watch.ts'
import { createWritingDesk } from './writing/writing-desk.ts'
import { openUpdateDesk } from './update-desk.ts'
import { updateMayInstall } from './update-may-install.ts'
import { resumeOpenJobs } from './resume-open-jobs.ts'
import { sweepRegularly } from './sweep-regularly.ts'
import { createRecentOutcomes, type RecentOutcomes } from './watch/recent-outcomes.ts'

/** Opens a studio on its ports. `close` it to give everything back. */
export async function openStudio(ports: StudioPorts, options: StudioOptions): Promise<Studio> {
  const scope = createScope()
  const { log } = ports
  const events = createEmitter<StudioEvents>((error) =>
    log.error('a listener threw', { failure: failureOf(error) }),
  )
  let inForce = await readSettings(ports)
  scope.own(
    events.on(
      'settings.changed',
      ({ setting }) => (inForce = { ...inForce, [setting.name]: setting.value }),
    ),
  )
  const recent = createRecentOutcomes(ports.clock)
  const measures = createMeasures(
    ports,
    recent.heard,
    createSlowOperations(log, ports.clock, () => inForce.slowOperation * 1000),
  )
  const measured = measuredPorts(ports, measures)
  const context: StudioContext = {
    ...measured,
    // Behind the measuring: what waits is not slow. Two at least: one may wait for another's end.
    reader: readingInTurns(measured.reader, Math.max(2, options.workers)),
    options,
    scope,
    events,
    measures,
    settingsInForce: () => inForce,
  }

  const { parts, watching, summaries } = wire(context, recent)
  const handlers: Handlers = {
    ...libraryCommands(parts, summaries),
    ...projectCommands(parts),
    ...segmentRowCommands(parts),
    ...takeCommands(parts),
    ...dataCommands(parts),
    ...dictionaryCommands(parts),
    ...castCommands(parts),
    ...shelfCommands(parts),
    ...placeCommands(parts),
    ...queueCommands(() => queue),
    ...reviewCommands(parts),
    ...creditsCommands(parts),
    ...segmentSoundCommands(parts),
    ...jobCommands(parts),
    ...soundCommands(parts),
    ...librarySoundCommands(parts),
    ...studioCommands(parts),
    ...watchCommands(parts, watching),
    ...diagnosticsCommands(parts, watching.watch),
    ...voiceCommands(parts),
    ...scriptCommands(parts),
    ...translationCommands(parts),
    ...listenCommands(parts),
    ...writeCommands(parts),
    ...farmCommands(context),
    ...updateCommands(() => updates),
  }
  const callUnchecked = async (name: string, args: unknown): Promise<Reply<unknown>> => {
    if (!isCommandName(name)) return refuse(name)
    const parsed = commands[name].args.safeParse(args)
    if (!parsed.success) return refuse(name, parsed.error.message)
    return answer(context, name, () =>
      (handlers[name] as (args: unknown) => Promise<unknown>)(parsed.data),
    )
  }

  // After the parts: whoever fetches again finds them changed.
  scope.own(ports.sources.onChange(() => events.emit('voices.changed', {})))
  tellOfFarm(context)
  await dropSetAside(parts, 'start')
  sweepRegularly(parts)
  if (options.resumeJobs) await resumeOpenJobs(parts)
  const { version, door } = options
  log.info('the studio is open', { version, door })
  const queue: BookQueue = await openBookQueue(parts, summaries)
  const updates = openUpdateDesk(context, () =>
    updateMayInstall(parts.jobs.list(), queue.read().state),
  )
  const media = createMedia(parts)

  return {
    callUnchecked,
    call: (name, args) => callUnchecked(name, args) as ReturnType<Studio['call']> as never,
    on: (name, listener) => events.on(name, listener),
    onAny(listener) {
      const names = Object.keys(eventTable) as EventName[]
      const stops = names.map((name) => events.on(name, (payload) => listener(name, payload)))
      return () => stops.forEach((stop) => stop())
    },
    media,
    tickets: ports.tickets,
    close: () => scope.dispose(),
  }
}

/** Makes the parts in the order in which they need each other. */
function wire(context: StudioContext, recent: RecentOutcomes) {
  const { projects, takes, clock, events } = context
  const turns = createTurns()
  const meter = createMeter(clock)
  const watching = createWatching(context, {
    meter,
    recent,
    endpoints: () => dispatchers.state(),
    isBusy: () => jobs.list().some(({ state }) => state === 'running'),
  })
  const dispatchers = createDispatchers(context, watching.watch.laneCap)
  context.scope.own(watching.watch.onLaneCap(() => dispatchers.refresh()))
  const checks = createTakeChecks(context)
  const voices = createVoiceDesk(context)
  const dictionary = createCommonDictionary(projects)
  const resolver = createResolver(voices, takes, projects, dictionary, turns)
  const news = createSegmentNews(
    context,
    () => rows,
    () => activity,
  )
  const activity = createActivity(news)
  const rows: Rows = createRows(resolver, takes, activity)
  const summaries = createSummaries(projects, takes, activity)
  const changes = createChanges(context, resolver, activity, turns, async (projectId) => {
    const project = await summaries.of(projectId)
    if (project) events.emit('library.changed', { project })
  })
  const asking = createVoiceAsking(dispatchers, meter, context)
  const maker = createTakeMaker(context, meter, asking, checks)
  const levels = createVoiceLevels(voices, maker, takes, projects, context.scope.signal)
  const jobs = createJobRegistry(context)
  const plans = createChapterPlans(projects, resolver, levels, context.sounds)
  const parts: StudioParts = {
    context,
    jobs,
    voices,
    meter,
    activity,
    resolver,
    rows,
    maker,
    levels,
    plans,
    changes,
    dictionary,
    downloads: createDownloads(context),
    turns,
    attentions: createAttentions(() => events.heard('segments.changed')),
    targets: new Set(),
    mendings: new Map(),
    missingCopies: new Map(),
    idleEncoding: createIdleEncoding(context, jobs, plans),
    checks,
    dispatchers,
    script: createScriptDesk(context),
    listening: createServerSchedule(context, 'listen'),
    writing: createWritingDesk(),
    lanesWanted: watching.watch.lanesWanted,
  }
  return { parts, watching, summaries }
}

async function readSettings(ports: StudioPorts): Promise<Settings> {
  const rows = await ports.settings.read()
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as Settings
}

const refuse = (name: string, detail?: string): Reply<never> => ({
  ok: false,
  failure: failure('arguments-invalid', { command: name }, detail),
})

/** The studio's edge: whatever was thrown becomes a value here, and only here. */
async function answer(
  context: StudioContext,
  name: CommandName,
  work: () => Promise<unknown>,
): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await context.measures.around('call', name, work) }
  } catch (error) {
    const trouble = failureOf(error)
    if (trouble.code === 'unexpected') context.log.error(`${name} failed`, { failure: trouble })
    return { ok: false, failure: trouble }
  }
}
