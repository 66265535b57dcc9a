// What the web door was started with.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fail } from '../core/base/failure-error.ts'

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

/** `[book …] [--port N] [--open] [--data DIR]`. Fails with `option-invalid`. */
export function readServeArguments(words: string[], folder: string): ServeArguments {
  const { values, positionals } = parse(words)
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : NaN
  if (!(port <= 65_535)) throw fail('option-invalid', { option: '--port', value: values.port })
  return {
    books: positionals.map((book) => resolve(folder, book)),
    port,
    open: values.open,
    dataRoot: values.data === undefined ? undefined : resolve(folder, values.data),
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: false },
        data: { type: 'string' },
      },
    })
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const value = /'(-[^']*)'/.exec(detail)?.[1] ?? ''
    throw fail('option-invalid', { option: 'lectern', value }, detail)
  }
}
