// What the web door was started with.
import { resolve } from 'node:path'
import { readOptions, wholeNumber } from '../io/command-line/options.ts'

export type ServeArguments = {
  /** Absolute paths of files to open. */
  books: string[]
  /** 0: any that is free. */
  port: number
  /** Whether to open the person's browser. */
  open: boolean
  /** Absolute; absent: the usual place. */
  dataRoot: string | undefined
}

const options = {
  port: { type: 'string' },
  open: { type: 'boolean' },
  data: { type: 'string' },
} as const

/** `[book …] [--port N] [--open] [--data DIR]`. Fails with `option-invalid`. */
export function readServeArguments(words: string[], folder: string): ServeArguments {
  const { values, positionals } = readOptions(words, options, { min: 0, max: Infinity })
  return {
    books: positionals.map((book) => resolve(folder, book)),
    port: wholeNumber('--port', values.port, { min: 0, max: 65_535 }) ?? 0,
    open: values.open ?? false,
    dataRoot: values.data === undefined ? undefined : resolve(folder, values.data),
  }
}
