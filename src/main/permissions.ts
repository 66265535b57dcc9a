// What the page may ask of the system: one table for requests, checks and devices.
import type { Session } from 'electron'

/** Nothing so far. A permission is granted by being named here, with its reason. */
const granted: ReadonlySet<string> = new Set([])

/** Electron allows what nobody answers, so both questions are answered. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(granted.has(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission))
  session.setDevicePermissionHandler(() => false)
}
