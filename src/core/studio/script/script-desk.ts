// What all scripts of a studio share: the schedule of calls, what is in flight, what got no answer.
import type { UnansweredItem } from '../../../contract/index.ts'
import type { StudioContext } from '../studio-context.ts'
import { createBookNames, type BookNames } from './book-names.ts'
import { createInFlight, type InFlight } from './in-flight.ts'
import { createServerSchedule, type ServerSchedule } from '../server-schedule.ts'

export type ScriptDesk = {
  schedule: ServerSchedule
  inFlight: InFlight
  names: BookNames
  /** By book, of the last asking. */
  unanswered: Map<string, UnansweredItem[]>
  /** Grows with every answer and dismissal: what is proposed may be another. */
  readonly revision: number
  answered(): void
}

export function createScriptDesk(context: StudioContext): ScriptDesk {
  let revision = 0
  return {
    schedule: createServerSchedule(context, 'ask'),
    inFlight: createInFlight(),
    names: createBookNames(context),
    unanswered: new Map(),
    get revision() {
      return revision
    },
    answered: () => void (revision += 1),
  }
}
