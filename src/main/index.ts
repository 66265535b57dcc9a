// DOOR 1: Electron. What must come before the app is ready, then the studio, then the window.
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { failureSentences } from '../contract/index.ts'
import { failureOf } from '../core/base/failure-error.ts'
import { guardNavigation } from './navigation.ts'
import { readLaunchArguments } from './launch-arguments.ts'
import { openDoor } from './open-door.ts'
import { registerScheme } from './scheme.ts'

const development = process.defaultApp === true
const { books, dataFolder } = readLaunchArguments(process.argv.slice(1), process.cwd(), development)

// Two libraries are two instances: the lock and what the page keeps belong to the folder.
if (dataFolder !== undefined) app.setPath('userData', join(dataFolder, 'window'))
app.enableSandbox()
registerScheme()
guardNavigation()

let openBook = (path: string): void => void books.push(path)
app.on('open-file', (event, path) => {
  event.preventDefault()
  openBook(path)
})

if (app.requestSingleInstanceLock({ books })) void start()
else app.quit()

async function start(): Promise<void> {
  try {
    await app.whenReady()
    const door = await openDoor(dataFolder)
    openBook = door.openBook
    books.forEach(openBook)
    app.on('open-url', (event) => {
      event.preventDefault()
      door.show()
    })
    app.on('second-instance', (_event, _words, _folder, data) => {
      door.show()
      for (const book of (data as { books?: string[] }).books ?? []) door.openBook(book)
    })
  } catch (error) {
    const { code, params, detail } = failureOf(error)
    dialog.showErrorBox('Lectern cannot start', failureSentences[code](params))
    console.error(detail ?? code)
    app.exit(1)
  }
}
