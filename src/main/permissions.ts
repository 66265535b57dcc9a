// What the page may ask of the system: one table for requests, checks and devices.
import type { Session } from 'electron'

/** A permission is granted by being named here, with its reason. */
const granted: ReadonlySet<string> = new Set([
  // "Copy as text" writes plain text after a press. Reading the clipboard stays refused.
  'clipboard-sanitized-write',
])

/** Electron allows what nobody answers, so both questions are answered. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(granted.has(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission))
  session.setDevicePermissionHandler(() => false)
}
