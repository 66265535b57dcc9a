// The objects of a heap snapshot, counted by class.
import { readFile } from 'node:fs/promises'
import type { ObjectCount } from '../contract/index.ts'

/** Of what V8 writes, the part that is needed. Nodes are rows of numbers, one field after the other. */
type Snapshot = {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } }
  nodes: number[]
  strings: string[]
}

const shown = 50

/** The classes that take the most memory by themselves, the largest first; what is V8's own stands in parentheses. */
export async function countObjects(path: string): Promise<ObjectCount[]> {
  const { snapshot, nodes, strings } = JSON.parse(await readFile(path, 'utf8')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field))
  const kinds = types[0]
  const counts = new Map<string, ObjectCount>()
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = kinds[nodes[at + (type ?? 0)] ?? 0] ?? 'unknown'
    const given = strings[nodes[at + (name ?? 1)] ?? 0] ?? ''
    // Texts and code have their content for a name; only objects have their class.
    const label = kind === 'object' && given !== '' ? given : `(${kind})`
    const one = counts.get(label) ?? { name: label, count: 0, bytes: 0 }
    one.count += 1
    one.bytes += nodes[at + (size ?? 3)] ?? 0
    counts.set(label, one)
  }
  return [...counts.values()].toSorted((a, b) => b.bytes - a.bytes).slice(0, shown)
}
