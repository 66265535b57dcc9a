// Keeps every page where it belongs: no way out of our origin, no second window, no embedded page.
import { app, shell } from 'electron'
import { isOwnPage, mayOpenOutside } from './own-page.ts'

/** Holds for every page the app ever makes. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void; url: string }) => {
      if (!isOwnPage(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url)
      return { action: 'deny' }
    })
  })
}

/** Opens an address in the person's browser, if it is one of those we lead to. */
export function openOutside(address: string): void {
  if (mayOpenOutside(address)) void shell.openExternal(address)
}
