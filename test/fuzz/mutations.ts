// Ways of spoiling bytes, each decided by a seeded generator: the same number spoils the same way.

export type Random = {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
}

/** Mulberry32: small, seeded, good enough to choose bytes. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, pick: (list) => list[below(list.length)] as never }
}

const tokens = [
  '<p>',
  '</p>',
  '<div>',
  '<table><tr><td>',
  '</table>',
  '<sup>',
  '</sup>',
  '<pre>',
  '<li>',
  '<a href="#n">',
  '</a>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '<svg>',
  '<title>',
  '<script>',
  '<math display="block">',
  '<br/>',
  '<aside epub:type="footnote">',
  '&',
  '&#x0;',
  '&#xD800;',
  '&amp',
  '"',
  "'",
  '>',
  '<',
  '#',
  '```',
  '***',
  '\r',
  '\n\n\n',
  '\t',
  '[',
  '](',
  '{.a}',
  '---\n',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\u2028',
  'CHAPTER I',
  '../',
  'file:///etc/passwd',
  '%00',
  '%',
  '99999999999',
  '-1',
  'PK\u0003\u0004',
  '%PDF-',
]
type Mutation = (bytes: Buffer, random: Random, other: Buffer, most: number) => Buffer

const span = (bytes: Buffer, random: Random, longest: number): [from: number, to: number] => {
  const from = random.below(bytes.length + 1)
  return [from, Math.min(bytes.length, from + 1 + random.below(longest))]
}
const insert = (bytes: Buffer, at: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])

const mutations: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const out = Buffer.from(bytes)
    for (let n = random.below(24); n >= 0 && out.length > 0; n--) {
      const at = random.below(out.length)
      out[at] = (out[at] ?? 0) ^ (1 << random.below(8))
    }
    return out
  },
  function setBytes(bytes, random) {
    const out = Buffer.from(bytes)
    for (let n = random.below(8); n >= 0 && out.length > 0; n--)
      out[random.below(out.length)] = random.pick([0, 0xff, 0x7f, 0x80, 0xc3, 0xe2, 0x0d, 0x3c])
    return out
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  function cutOut(bytes, random) {
    const [from, to] = span(bytes, random, 400)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  function splice(bytes, random, other) {
    return insert(
      bytes,
      random.below(bytes.length + 1),
      other.subarray(...span(other, random, 2000)),
    )
  },
  function repeat(bytes, random, _other, most) {
    const [from, to] = span(bytes, random, random.pick([4, 40, 400]))
    const times = Math.min(1 + random.below(3000), Math.floor(most / Math.max(1, to - from)))
    return insert(
      bytes,
      to,
      Buffer.concat(Array.from({ length: times }, () => bytes.subarray(from, to))),
    )
  },
  function swapTags(bytes, random) {
    const text = bytes.toString('latin1')
    const tags = [...text.matchAll(/<[^<>]{1,200}>/g)]
    const [a, b] = [random.below(tags.length), random.below(tags.length)].toSorted((x, y) => x - y)
    const [first, second] = [tags[a ?? 0], tags[b ?? 0]]
    if (!first || !second || first === second) return bytes
    const between = text.slice(first.index + first[0].length, second.index)
    const rest = text.slice(second.index + second[0].length)
    return Buffer.from(text.slice(0, first.index) + second[0] + between + first[0] + rest, 'latin1')
  },
  function putToken(bytes, random) {
    const piece = Buffer.from(random.pick(tokens).repeat(random.pick([1, 1, 1, 2, 500])))
    return insert(bytes, random.below(bytes.length + 1), piece)
  },
]

/** The bytes after one to four mutations; `other` is spliced in, `most` is what they may grow to. */
export function mutate(bytes: Buffer, random: Random, other: Buffer, most = 256 * 1024): Buffer {
  let out = bytes
  for (let rounds = 1 + random.below(4); rounds > 0 && out.length < most; rounds--)
    out = random.pick(mutations)(out, random, other, most)
  return out
}
