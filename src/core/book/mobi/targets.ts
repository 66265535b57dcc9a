// Where a Kindle book's links lead, further on in its text: places that have no id of their own there.

export type Targets = {
  /** Looks for links in bytes that are about to be read. */
  scan(bytes: Uint8Array, from: number): void
  /** The next place before `end`, taken; null without one. */
  take(end: number): { at: number; id: string } | null
}

const link = /\bfilepos\s*=\s*["']?(\d{1,12})|"kindle:pos:fid:([0-9A-V]{4}):off:([0-9A-V]{10})/g
/** A link may be cut between two records. */
const overlap = 80
const maxTargets = 50_000

/** `starts`: where the fragments of the newer format begin. */
export function createTargets(starts: readonly number[]): Targets {
  const seen = new Set<number>()
  let ahead: { at: number; id: string }[] = []
  let carry = ''

  const learn = ([whole, position, fragment = '', offset = '']: RegExpMatchArray) => {
    const start = starts[Number.parseInt(fragment, 32)]
    const at = position === undefined ? (start ?? -1) + Number.parseInt(offset, 32) : +position
    if (position === undefined && start === undefined) return null
    return { at, id: position === undefined ? whole.slice(1) : `filepos${position}` }
  }

  return {
    scan(bytes, from) {
      let text = carry
      for (let at = 0; at < bytes.length; at += 4096)
        text += String.fromCharCode(...bytes.subarray(at, at + 4096))
      carry = text.slice(-overlap)
      const found = [...text.matchAll(link)].flatMap((match) => learn(match) ?? [])
      const fresh = found.filter(({ at }) => at >= from && !seen.has(at) && seen.add(at))
      if (fresh.length === 0 || ahead.length > maxTargets) return
      ahead = [...ahead, ...fresh].sort((a, b) => a.at - b.at)
    },
    take(end) {
      const [next] = ahead
      if (!next || next.at >= end) return null
      ahead = ahead.slice(1)
      return next
    },
  }
}

/** Names the element that a text begins with, or the place before it. */
export const withId = (text: string, id: string): string =>
  /^<[a-z]\w*[\s>/]/i.test(text)
    ? text.replace(/^<\w+/, (tag) => `${tag} id="${id}"`)
    : `<a id="${id}"></a>${text}`
