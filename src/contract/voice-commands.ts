// Commands about who can speak: voices, speech servers, neural voices on the disk.
import { z } from 'zod'
import { none, done, started } from './command-shapes.ts'
import { Ticket } from './host.ts'
import { NeuralOffer, NeuralVoice } from './neural-voice.ts'
import { KeyPlace, ServerPreset, ServerView, SpeechServer } from './speech-server.ts'
import { ProviderName, Voice, VoiceId, VoiceSource } from './voice.ts'

const ofServer = z.object({ id: ProviderName })

export const voiceCommands = {
  'voice.list': {
    /** `fresh` asks every source, whatever is remembered of its list. */
    args: z.object({ fresh: z.boolean().optional() }),
    reply: z.object({ voices: z.array(Voice), sources: z.array(VoiceSource) }),
  },
  'voice.preview': {
    args: z.object({ voice: VoiceId }),
    reply: z.object({ address: z.string(), durationSeconds: z.number() }),
  },

  'server.list': {
    args: none,
    reply: z.object({
      servers: z.array(ServerView),
      presets: z.array(ServerPreset),
      keys: KeyPlace,
    }),
  },
  /** Adds or replaces by id. A key stays only while every address is one that it was entered for. */
  'server.save': { args: z.object({ server: SpeechServer }), reply: ServerView },
  'server.remove': { args: ofServer, reply: done },
  /** Null forgets it. */
  'server.setKey': {
    args: z.object({ id: ProviderName, key: z.string().max(1000).nullable() }),
    reply: ServerView,
  },
  /** Speaks one word; a failure is part of the answer. */
  'server.check': { args: ofServer, reply: ServerView },

  /** Neural voices on this machine's disk, and the well-known ones that can be fetched. */
  'neural.list': {
    args: none,
    reply: z.object({ voices: z.array(NeuralVoice), offers: z.array(NeuralOffer) }),
  },
  /** From a folder or a file that was dropped or chosen. */
  'neural.add': { args: z.object({ ticket: Ticket }), reply: started },
  'neural.download': { args: z.object({ id: z.string() }), reply: started },
  'neural.remove': { args: z.object({ id: z.string() }), reply: done },
} as const
