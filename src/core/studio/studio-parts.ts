// The parts of one studio, wired once in open-studio.ts; each is made by a file of the folders beside this one.
import type { Turns } from '../base/turns.ts'
import type { Activity } from './narration/activity.ts'
import type { Attentions } from './narration/attention.ts'
import type { ChapterPlans } from './export/chapter-plans.ts'
import type { CommonDictionary } from './document/common-dictionary.ts'
import type { Changes } from './document/changes.ts'
import type { Downloads } from './downloads.ts'
import type { Dispatchers } from './narration/dispatchers.ts'
import type { MendableExport, MissingCopy } from './export/export-order.ts'
import type { IdleEncoding } from './export/idle-encoding.ts'
import type { JobRegistry } from './job-registry.ts'
import type { Meter } from './watch/meter.ts'
import type { Resolver } from './takes/resolver.ts'
import type { Rows } from './document/rows.ts'
import type { ScriptDesk } from './script/script-desk.ts'
import type { ServerSchedule } from './server-schedule.ts'
import type { StudioContext } from './studio-context.ts'
import type { TakeChecks } from './takes/take-checks.ts'
import type { TakeMaker } from './takes/take-maker.ts'
import type { VoiceDesk } from './voices/voice-desk.ts'
import type { VoiceLevels } from './voices/voice-levels.ts'
import type { Watch } from './watch/watch.ts'
import type { WritingDesk } from './writing/writing-desk.ts'

export type StudioParts = {
  context: StudioContext
  jobs: JobRegistry
  voices: VoiceDesk
  meter: Meter
  activity: Activity
  resolver: Resolver
  rows: Rows
  maker: TakeMaker
  levels: VoiceLevels
  plans: ChapterPlans
  changes: Changes
  dictionary: CommonDictionary
  downloads: Downloads
  /** By project: settling its rows, removing it; beside that, beginning its narration. */
  turns: Turns
  attentions: Attentions
  /** Files that an export is writing now. */
  targets: Set<string>
  /** By the job of a finished export: what would let it pass. */
  mendings: Map<string, MendableExport>
  /** By the job of a finished export: the copy of it that is missing. */
  missingCopies: Map<string, MissingCopy>
  idleEncoding: IdleEncoding
  checks: TakeChecks
  dispatchers: Dispatchers
  script: ScriptDesk
  /** Calls to the transcription server. */
  listening: ServerSchedule
  writing: WritingDesk
  lanesWanted: Watch['lanesWanted']
}
