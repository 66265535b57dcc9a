// What the dock, and the taskbar's jump list, offer without a window. A desktop file offers the same on Linux.
import { app, Menu } from 'electron'
import type { LaunchWish } from './launch-arguments.ts'

const deeds = [
  { deed: 'add-books', title: 'Add Books…' },
  { deed: 'write-script', title: 'Write a Script…' },
] as const

/** Call it once the app is ready. */
export function offerQuickDeeds(follow: (wish: LaunchWish) => void): void {
  const wish = (deed: 'add-books' | 'write-script') => ({ books: [], links: [], deed })
  if (process.platform === 'darwin')
    app.dock?.setMenu(
      Menu.buildFromTemplate(
        deeds.map(({ deed, title }) => ({ label: title, click: () => follow(wish(deed)) })),
      ),
    )
  // It starts the program anew, which hands over to the one that is open: the packaged one has no other words.
  if (process.platform === 'win32' && app.isPackaged)
    app.setUserTasks(
      deeds.map(({ deed, title }) => ({
        ...{ program: process.execPath, arguments: `--${deed}`, title, description: title },
        ...{ iconPath: process.execPath, iconIndex: 0 },
      })),
    )
}
