// The only importer of pdfjs-dist: loaded when a PDF is opened and not before, and made to keep quiet.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { withFlatPages } from './flat-pages.ts'

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** The folders of the package that it asks for files from. */
const folders: Record<string, string> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts' }

/** How pdf.js gets its tables: from its own package, by bare names. */
class PackageFiles {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = folders[kind]
    if (!folder || !/^[\w.-]+$/.test(filename)) throw new Error(`no file ${kind} ${filename}`)
    const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return new Uint8Array(await readFile(join(home, folder, filename)))
  }
}

/** Stands where pdf.js wants to draw: text needs no canvas. */
class Nothing {
  destroy(): void {}
}

/** Text alone: no script, no form, no network, no picture, nothing written to the console. */
export const textOnly = {
  disableAutoFetch: true,
  disableStream: true,
  disableFontFace: true,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  enableXfa: false,
  maxImageSize: 0,
  verbosity: 0,
  BinaryDataFactory: PackageFiles,
  CanvasFactory: Nothing,
  FilterFactory: Nothing,
} as const

/** Hears when a stream of a document unpacks to more than a page, a font or a table can need. */
export type OverflowListener = () => void
/**
 * Of the whole process, as the stream below is: pdf.js asks for it by its global name and says nothing of
 * the document. The reader's process reads one book, so that all who hear it mean the same one.
 */
const overflowListeners = new Set<OverflowListener>()

/** Until the returned function is called. */
export function onOverflow(listener: OverflowListener): () => void {
  overflowListeners.add(listener)
  return () => void overflowListeners.delete(listener)
}

const maxStreamBytes = 48 * 1024 ** 2

/** pdf.js unpacks with the platform's stream, whole and without a limit: this one stops, and never ends. */
class LimitedDecompressionStream {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array>

  constructor(format: 'deflate') {
    const { readable, writable } = new Unlimited(format)
    let bytes = 0
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        if (bytes <= maxStreamBytes) return controller.enqueue(chunk)
        for (const listener of overflowListeners) listener()
        return new Promise<void>(() => {})
      },
    })
    this.readable = readable.pipeThrough(counter)
    this.writable = writable
  }
}
const Unlimited = globalThis.DecompressionStream

/**
 * Of a damaged file pdf.js fails in promises that nobody waits for, which would end the process; what is
 * waited for fails too. Anybody else's unheard failure still ends it.
 */
const hear = (reason: unknown) => {
  if (!isOfPdfJs(reason)) throw reason
}

/** By where its exceptions are made. */
export const isOfPdfJs = (reason: unknown): boolean =>
  reason instanceof Error
    ? /pdf\.(?:worker\.)?mjs/.test(reason.stack ?? '')
    : /^(?:\w*Exception|FormatError)$/.test((reason as { name?: string } | null)?.name ?? '')

/** Once in a process: pdf.js keeps one worker for all documents, known by a global name. */
let loading: Promise<PdfJs> | null = null

/**
 * On Node, pdf.js asks for a canvas of 35 MB while it loads and complains when there is none; in Electron's
 * processes it does not. It knows Node by what `process` calls itself, so that says nothing meanwhile.
 */
async function load(): Promise<PdfJs> {
  const own = Object.getOwnPropertyDescriptor(process, 'toString')
  Object.defineProperty(process, 'toString', { value: () => 'process', configurable: true })
  // For good, and once: pdf.js is never unloaded, and what it left undone may fail after its document is closed.
  process.on('unhandledRejection', hear)
  Object.defineProperty(globalThis, 'DecompressionStream', { value: LimitedDecompressionStream })
  try {
    // Makes itself known as the worker that runs in this very process.
    await withFlatPages(() => import('pdfjs-dist/legacy/build/pdf.worker.mjs'))
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    if (own) Object.defineProperty(process, 'toString', own)
    else Reflect.deleteProperty(process, 'toString')
  }
}

export const loadPdfJs = (): Promise<PdfJs> => (loading ??= load())

export type PdfJsDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>
export type PdfJsPage = Awaited<ReturnType<PdfJsDocument['getPage']>>
