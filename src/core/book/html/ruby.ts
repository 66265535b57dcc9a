// `<ruby>` on its way: bases are text as any other, readings are kept beside them.
import { isReading } from '../ruby.ts'
import type { BlockWriter } from './block-writer.ts'

export type Ruby = {
  begin(): void
  /** A reading has ended: of what was written since the last one. `container`: an `<rtc>`. */
  say(text: string, container: boolean): void
  end(): void
}

type Reading = { from: number; to: number; say: string }

export function createRuby(writer: Pick<BlockWriter, 'raw' | 'closed' | 'read'>): Ruby {
  /** Where the base under way begins, in which block; the reading before it. */
  let open: { from: number; closed: number; last: Reading | null } | null = null

  return {
    begin() {
      open = { from: writer.raw.length, closed: writer.closed, last: null }
    },
    say(text, container) {
      if (!open || open.closed !== writer.closed) return
      const base = writer.raw.slice(open.from)
      if (base.trim() !== '') {
        const reading = { from: open.from, to: writer.raw.length, say: text }
        open.from = reading.to
        open.last = isReading(base, text) ? reading : null
      } else if (open.last && !container) open.last.say += text
      else return
      if (open.last) writer.read(open.last.from, open.last.to, open.last.say)
    },
    end() {
      open = null
    },
  }
}
