// What every part of the studio works with: the ports, the events, and what is owned by one studio.
import type { EventName, EventPayload, Settings } from '../../contract/index.ts'
import type { Emitter } from '../base/emitter.ts'
import type { Scope } from '../base/scope.ts'
import type { StudioOptions, StudioPorts } from '../ports/studio-ports.ts'
import type { Measures } from './watch/measures.ts'

export type StudioEvents = { [N in EventName]: EventPayload<N> }

export type StudioContext = StudioPorts & {
  options: StudioOptions
  scope: Scope
  events: Emitter<StudioEvents>
  measures: Measures
  /** The settings in force, kept current. */
  settingsInForce: () => Settings
}
