// What dialogs of the system say: in the language of the studio, as it is when they are opened.
import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { createHostDeeds } from '../../src/main/host-abilities.ts'
import { ownWords } from '../../src/main/own-words.ts'
import { openWindow } from '../../src/main/window.ts'

type Asked = { filters?: { name: string }[]; message?: string; buttons?: string[] }
const electron = vi.hoisted(() => ({ asked: [] as unknown[], answer: 1 }))
vi.mock('electron', () => {
  const ask = (_window: unknown, options: unknown) => void electron.asked.push(options)
  return {
    app: { getPath: () => '/documents' },
    dialog: {
      showOpenDialog: async (...args: [unknown, unknown]) => (ask(...args), { filePaths: [] }),
      showSaveDialog: async (...args: [unknown, unknown]) => (ask(...args), { canceled: true }),
      showMessageBoxSync: (...args: [unknown, unknown]) => (ask(...args), electron.answer),
    },
    nativeTheme: {},
    BrowserWindow: class extends EventEmitter {
      webContents = new EventEmitter()
      loadURL = async () => {}
    },
  }
})
const lastAsked = () => electron.asked.at(-1) as Asked
let language = 'en'
const words = () => ownWords(language, [])

it.each([
  ['en', ['Books', 'All files'], ['Voices'], ['M4B audiobook']],
  ['de', ['Bücher', 'Alle Dateien'], ['Stimmen'], ['M4B-Hörbuch']],
])('files are asked for in %s', async (spoken, books, voices, formats) => {
  language = spoken
  const host = createHostDeeds(
    {} as never,
    () => ({}) as never,
    words,
    () => {},
  )
  const kinds = () => lastAsked().filters?.map(({ name }) => name)
  await host.chooseBooks()
  expect(kinds()).toEqual(books)
  await host.chooseVoice('file')
  expect(kinds()).toEqual(voices)
  await host.chooseExportTarget('A book.m4b')
  expect(kinds()).toEqual(formats)
})

it('a window with an unsaved text asks before it goes, and stays when told to', () => {
  const read = () => ({ bounds: {}, least: {}, isMaximized: false })
  const places = { read, keep() {} }
  const window = openWindow('/preload', places as never, words)
  const goes = (answer: number) => {
    electron.answer = answer
    const preventDefault = vi.fn<() => void>()
    window.webContents.emit('will-prevent-unload', { preventDefault })
    return preventDefault.mock.calls.length > 0
  }
  language = 'de'
  expect([goes(0), goes(1)]).toEqual([false, true])
  expect(lastAsked()).toMatchObject({
    message: 'Ein Text ist nicht gespeichert. Trotzdem verlassen?',
    buttons: ['Bleiben', 'Verlassen'],
  })
})
