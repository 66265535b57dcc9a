// What the dock, and the taskbar's jump list, offer without a window. A desktop file offers the same on Linux.
import { app, Menu } from 'electron'
import type { LaunchWish } from './launch-arguments.ts'
import type { FollowedWords } from './own-words.ts'

/** As a start names them, and as the palette does. */
const deeds = [
  { deed: 'add-books', id: 'add-book' },
  { deed: 'write-script', id: 'write-script' },
] as const

/** Call it once the app is ready. */
export function offerQuickDeeds(follow: (wish: LaunchWish) => void, words: FollowedWords): void {
  const offer = () => {
    const titled = deeds.map(({ deed, id }) => ({ deed, title: words.now().deeds[id] }))
    if (process.platform === 'darwin')
      app.dock?.setMenu(
        Menu.buildFromTemplate(
          titled.map(({ deed, title }) => ({
            label: title,
            click: () => follow({ books: [], links: [], deed }),
          })),
        ),
      )
    // It starts the program anew, which hands over to the one that is open: the packaged one has no other words.
    if (process.platform === 'win32' && app.isPackaged)
      app.setUserTasks(
        titled.map(({ deed, title }) => ({
          ...{ program: process.execPath, arguments: `--${deed}`, title, description: title },
          ...{ iconPath: process.execPath, iconIndex: 0 },
        })),
      )
  }
  words.whenOther(offer)
  offer()
}
