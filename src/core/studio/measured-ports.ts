// The ports whose work is measured wherever it is asked for: takes, codecs, and the reading of books.
import type { StudioPorts } from '../ports/studio-ports.ts'
import type { Measures, Outcome } from './watch/measures.ts'

/** The same ports; what they are asked is counted. */
export function measuredPorts(ports: StudioPorts, { around, begin }: Measures): StudioPorts {
  const { reader, takes, codecs } = ports
  return {
    ...ports,
    reader: {
      async *read(path, signal, options) {
        // Whoever stops listening has not failed.
        let outcome: Outcome = 'cancelled'
        const over = begin('parse')
        try {
          yield* reader.read(path, signal, options)
          outcome = 'done'
        } catch (error) {
          if (!signal.aborted) outcome = 'failed'
          throw error
        } finally {
          over(outcome)
        }
      },
    },
    takes: {
      ...takes,
      find: (ids) => around('load', undefined, () => takes.find(ids)),
      keep: (...given) => around('store', undefined, () => takes.keep(...given)),
    },
    codecs: {
      ...codecs,
      prepare: (...given) => around('check', undefined, () => codecs.prepare(...given)),
      renderPreview: (...given) =>
        around('master', undefined, () => codecs.renderPreview(...given)),
      encode: (groups, encoding, signal) =>
        around('encode', encoding.codec, () => codecs.encode(groups, encoding, signal)),
      writeFile: (...given) => around('export', given[0].format, () => codecs.writeFile(...given)),
    },
  }
}
