// Every event of the contract: name → payload. Whole values of what changed; latest wins.
import { z } from 'zod'
import { Alert } from './alert.ts'
import { DataNotice } from './data.ts'
import { Job } from './job.ts'
import { DeedId } from './native-menu.ts'
import { PerformanceSample } from './performance.ts'
import { ChapterProgress, Project, ProjectHistory, ProjectSummary } from './project.ts'
import { Queue } from './queue.ts'
import { SegmentRow } from './segment.ts'
import { SettingValue } from './settings.ts'
import { farmEvents } from './farm-commands.ts'
import { updateEvents } from './update-commands.ts'
import { DraftGrowth } from './write.ts'

export const events = {
  /** A project was added or its summary changed. */
  'library.changed': z.object({ project: ProjectSummary }),
  'library.removed': z.object({ projectId: z.string() }),
  /** The document changed: its index, whole. Rows named by `positions` must be fetched again; null: all. */
  'project.changed': z.object({
    project: Project,
    history: ProjectHistory,
    positions: z.array(z.number().int()).nullable(),
  }),
  /** States of rows, at most ten times a second; the rows are whole. */
  'segments.changed': z.object({
    projectId: z.string(),
    rows: z.array(SegmentRow),
    progress: z.array(ChapterProgress),
  }),
  /** Whole; at most once a second for its progress. */
  'queue.changed': z.object({ queue: Queue }),
  'job.advanced': z.object({ job: Job }),
  /** A script that is being written; at most four times a second. A gap in its revisions: read it anew. */
  'draft.grown': DraftGrowth,
  'performance.sampled': z.object({ sample: PerformanceSample }),
  /** All that are raised now. */
  'alerts.changed': z.object({ alerts: z.array(Alert) }),
  /** Sources of voices came, went or changed: voices, servers and neural voices must be fetched again. */
  'voices.changed': z.object({}),
  /** Sounds came, went or changed: they must be fetched again. */
  'sounds.changed': z.object({}),
  /** Something about a database that a person must know. */
  'data.noticed': z.object({ notice: DataNotice }),
  'settings.changed': z.object({ setting: SettingValue }),
  ...farmEvents,
  ...updateEvents,
  /** Chosen in Electron's native menu: sent by that door, never by the studio. */
  'menu.chosen': z.object({ deed: DeedId }),
  /** The system's accent colour, `#0a84ff`; sent by Electron's door, never by the studio. */
  'accent.changed': z.object({ colour: z.string() }),
} as const

export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<N extends EventName> = z.infer<Events[N]>
