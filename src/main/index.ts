// DOOR 1: Electron. What must come before the app is ready, then the studio, then the window; or the terminal instead.
import { app, dialog } from 'electron'
import { failureOf } from '../core/base/failure-error.ts'
import { defaultDataRoot } from '../io/system-places.ts'
import { guardNavigation } from './navigation.ts'
import { readHandedOver, readLaunchArguments, type LaunchWish } from './launch-arguments.ts'
import { openDoor } from './open-door.ts'
import { ownWords } from './own-words.ts'
import { registerScheme } from './scheme.ts'
import { terminalWords } from './terminal-words.ts'
import { runBesideTheApp } from './terminal.ts'
import { placeUserData } from './user-data.ts'

const development = process.defaultApp === true
const given = process.argv.slice(1)
const { dataFolder, safeMode, ...wish } = readLaunchArguments(given, process.cwd(), development)
const forTerminal = terminalWords(given, development)

placeUserData(dataFolder ?? defaultDataRoot(), forTerminal)
if (safeMode || forTerminal) app.disableHardwareAcceleration()
app.enableSandbox()
registerScheme()
guardNavigation()

/** Until there is a studio, what is asked for waits. */
let follow = ({ books, links, deed }: LaunchWish): void => {
  wish.books.push(...books)
  wish.links.push(...links)
  if (deed) wish.deed ??= deed
}
app.on('second-instance', (_event, _words, _folder, data) => follow(readHandedOver(data)))
app.on('open-file', (event, path) => {
  event.preventDefault()
  follow({ books: [path], links: [] })
})
app.on('open-url', (event, link) => {
  event.preventDefault()
  follow({ books: [], links: [link] })
})

if (forTerminal) void runBesideTheApp(forTerminal, import.meta.url)
else if (app.requestSingleInstanceLock(wish)) void start()
else app.quit()

async function start(): Promise<void> {
  try {
    await app.whenReady()
    // No installer of Windows does it, as those of the others do.
    if (process.platform === 'win32' && app.isPackaged) app.setAsDefaultProtocolClient('lectern')
    const door = await openDoor(dataFolder, safeMode)
    follow = door.follow
    follow(wish)
  } catch (error) {
    const { code, params, detail } = failureOf(error)
    // How the language is set is not known: the library that says it may be what could not be opened.
    const words = ownWords(undefined, app.getPreferredSystemLanguages())
    dialog.showErrorBox(words.cannotStart, words.failures[code](params))
    console.error(detail ?? code)
    app.exit(1)
  }
}
