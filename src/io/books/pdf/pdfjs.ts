// The only importer of pdfjs-dist: loaded when a PDF is opened and not before, and made to keep quiet.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

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

let loading: Promise<PdfJs> | null = null

/**
 * On Node, pdf.js asks for a canvas of 35 MB while it loads and complains when there is none; in Electron's
 * processes it does not. It knows Node by what `process` calls itself, so that says nothing meanwhile.
 */
async function load(): Promise<PdfJs> {
  const own = Object.getOwnPropertyDescriptor(process, 'toString')
  Object.defineProperty(process, 'toString', { value: () => 'process', configurable: true })
  try {
    // Makes itself known as the worker that runs in this very process.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    if (own) Object.defineProperty(process, 'toString', own)
    else Reflect.deleteProperty(process, 'toString')
  }
}

export const loadPdfJs = (): Promise<PdfJs> => (loading ??= load())

export type PdfJsDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>
export type PdfJsPage = Awaited<ReturnType<PdfJsDocument['getPage']>>
