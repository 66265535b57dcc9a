// Commands of listening back: the server or the model that hears, and what it hears in the takes of a book.
import { z } from 'zod'
import { none, started } from './command-shapes.ts'
import { Ticket } from './host.ts'
import {
  HeardDifference,
  ListenEstimate,
  ListenRequest,
  Transcriber,
  TranscriberView,
} from './transcriber.ts'

export const listenCommands = {
  'listen.transcriber': { args: none, reply: TranscriberView },
  /** In place of a model on the disk, too. A key stays only while the address is the one that it was entered for. */
  'listen.setTranscriber': {
    args: z.object({ transcriber: Transcriber }),
    reply: TranscriberView,
  },
  /** The one that hears now: a server with its key, or the model on the disk in its place. What it heard stays. */
  'listen.removeTranscriber': { args: none, reply: TranscriberView },
  /**
   * Has a folder with a model hear from now on; a server that is set stays set, and hears again when the model is
   * removed. Loads nothing. Fails with `not-a-listener`, `listener-damaged`.
   */
  'listen.chooseModel': { args: z.object({ ticket: Ticket }), reply: TranscriberView },
  /** Null forgets it. */
  'listen.setKey': {
    args: z.object({ key: z.string().max(1000).nullable() }),
    reply: TranscriberView,
  },
  /** Has it hear a second of silence; a failure is part of the answer. */
  'listen.check': { args: none, reply: TranscriberView },

  /** Sends nothing. */
  'listen.estimate': { args: ListenRequest.omit({ budget: true }), reply: ListenEstimate },
  /** Hears every take that nobody has heard; what is wrong with one becomes its flags. Fails with `no-transcriber`. */
  'listen.start': { args: ListenRequest, reply: started },
  /** What was heard in the take of a segment, the last hearing; null where nobody has listened. */
  'listen.heard': {
    args: z.object({ projectId: z.string(), segmentId: z.string() }),
    reply: z.object({ heard: z.string().nullable(), differences: z.array(HeardDifference) }),
  },
} as const
