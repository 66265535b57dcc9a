// Reads MP4 boxes back, by nothing but ISO 14496-12.

export type Box = { type: string; start: number; body: DataView; children: Box[] }

const containers = new Set(
  'moov trak mdia minf stbl udta edts tref dinf ilst moof traf mvex'.split(' '),
)

export function readBoxes(bytes: Uint8Array, from = 0, to = bytes.length): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const short = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const head = short === 1 ? 16 : 8
    const length = short === 1 ? Number(view.getBigUint64(at + 8)) : short
    const end = Math.min(at + length, bytes.length)
    const inner = type === 'meta' ? at + head + 4 : at + head
    boxes.push({
      type,
      start: at,
      body: new DataView(bytes.buffer, bytes.byteOffset + at + head, end - at - head),
      children: containers.has(type) || type === 'meta' ? readBoxes(bytes, inner, end) : [],
    })
    at += length
  }
  return boxes
}

/** The first box on a path of types, `moov/trak[1]/mdia`. */
export function find(boxes: readonly Box[], path: string): Box {
  let level = boxes
  let found: Box | undefined
  for (const step of path.split('/')) {
    const [, type, index] = /^(.{4})(?:\[(\d+)\])?$/.exec(step) ?? []
    found = level.filter((box) => box.type === type)[Number(index ?? 0)]
    if (!found) throw new Error(`no ${step} in ${path}`)
    level = found.children
  }
  if (!found) throw new Error(`no ${path}`)
  return found
}

/** The numbers of a full box with a count: `stsz` is read from 8, the others from 4. */
export function table(box: Box, from = 4, width: 4 | 8 = 4): number[] {
  const count = box.body.getUint32(from)
  return Array.from({ length: count }, (_, i) =>
    width === 4
      ? box.body.getUint32(from + 4 + i * 4)
      : Number(box.body.getBigUint64(from + 4 + i * 8)),
  )
}
