// Names of everything that the farm keeps in Redis. The prefix is before them all.
import { digestText } from '../../core/base/digest.ts'
import { farmProtocol } from './protocol.ts'

/** BullMQ parts its own names by colons. */
const endpointDigits = 12

/**
 * The queue of a source of voices: of those alone that would make the same takes, as their keys say it, and
 * speak of them in the same way.
 */
export const queueName = (provider: string, endpointId: string): string =>
  `speak-${farmProtocol}-${provider}-${digestText(endpointId).slice(0, endpointDigits)}`

/** A second job for the same sound, at another worker. */
export const secondOf = (jobId: string): string => `${jobId}~2`

/** Of either of the two, the one that their sound is named by. */
export const soundOf = (jobId: string): string => jobId.replace(/~2$/, '')

export type FarmKeys = ReturnType<typeof farmKeys>

export const farmKeys = (prefix: string) => ({
  prefix,
  /** What a job has come to: a sound on its way, with an end. */
  sound: (jobId: string) => `${prefix}:sound:${jobId}`,
  /** The studios that wait for a job. */
  wanted: (jobId: string) => `${prefix}:wanted:${jobId}`,
  /** A take that everybody may use. */
  shared: (takeId: string) => `${prefix}:take:${takeId}`,
  /** While it is there, nobody asks what this queue is for: the server has asked for a pause. */
  rest: (queue: string) => `${prefix}:rest:${queue}`,
  /** All workers there were lately. */
  workers: `${prefix}:workers`,
  /** How a worker is; gone soon after it is. */
  worker: (id: string) => `${prefix}:worker:${id}`,
  /** What a worker speaks with. */
  sources: (id: string) => `${prefix}:sources:${id}`,
  /** What a person wants of a worker. */
  wish: (id: string) => `${prefix}:wish:${id}`,
  /** Channel: a job is over. */
  over: `${prefix}:over`,
  /** Channel: a worker came, went or changed, or something is wanted of it. */
  stir: `${prefix}:stir`,
})
