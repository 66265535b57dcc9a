// A studio small enough to see through: enough for a door to be a door.
import { createEmitter } from '../../src/core/base/emitter.ts'
import { failure } from '../../src/core/base/failure-error.ts'
import type { Media } from '../../src/core/ports/media.ts'
import type { Studio } from '../../src/core/studio/studio.ts'

export type TinyStudio = Studio & {
  issued: { path: string; download: boolean }[]
  /** How many listen to events now. */
  listeners(): number
  announce(name: string, payload: unknown): void
  closed: boolean
}

/** Answers `voice.list`, echoes everything else, serves what `media` holds. */
export function createTinyStudio(media: Record<string, Media> = {}): TinyStudio {
  const emitter = createEmitter<{ any: { name: string; payload: unknown } }>(() => {})
  let listeners = 0
  const studio: TinyStudio = {
    issued: [],
    closed: false,
    listeners: () => listeners,
    announce: (name, payload) => emitter.emit('any', { name, payload }),
    call: async (name, args) => (await studio.callUnchecked(name, args)) as never,
    on: () => () => {},
    async callUnchecked(name, args) {
      if (name === 'voice.list') return { ok: true, value: { voices: [], sources: [] } }
      if (name === 'settings.read') {
        const setting = { name: 'maxFileBytes', value: 100_000, source: 'saved' }
        return { ok: true, value: { settings: [setting] } }
      }
      if (name.startsWith('echo.')) return { ok: true, value: args }
      return { ok: false, failure: failure('arguments-invalid', { command: name }) }
    },
    onAny(listener) {
      listeners += 1
      const off = emitter.on('any', ({ name, payload }) => listener(name, payload))
      return () => {
        listeners -= 1
        off()
      }
    },
    media: async (path) => media[path] ?? null,
    tickets: {
      issue: (_purpose, path, { download = false } = {}) =>
        `ticket-${'0'.repeat(12)}-${studio.issued.push({ path, download })}`,
      peek: (_purpose, ticket) => studio.issued[Number(ticket.split('-').at(-1)) - 1] as never,
      take: (_purpose, ticket) => studio.issued[Number(ticket.split('-').at(-1)) - 1] as never,
    },
    close: async () => {
      studio.closed = true
    },
  }
  return studio
}
