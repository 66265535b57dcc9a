// The system's signs of work: Electron's part of it.
import { BrowserWindow, powerMonitor, powerSaveBlocker } from 'electron'
import type { Studio } from '../core/studio/studio.ts'
import { showWorkSigns, type WorkProgress, type WorkSigns } from './work-signs.ts'

function showProgress({ value, mode }: WorkProgress): void {
  // Below 0 it goes, above 1 it has no end; only Windows knows the other modes.
  const shown = { none: -1, indeterminate: 2, normal: value, paused: value, error: value }[mode]
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed()) window.setProgressBar(shown, { mode })
}

function stayAwake(): () => void {
  // The screen may go dark: nobody looks on.
  const id = powerSaveBlocker.start('prevent-app-suspension')
  return () => void powerSaveBlocker.stop(id)
}

/** Binds the studio's work to taskbar, dock and power. */
export async function bindPower(
  studio: Pick<Studio, 'call' | 'on'>,
  onError: (error: unknown) => void,
): Promise<WorkSigns> {
  const signs = await showWorkSigns(studio, {
    showProgress,
    stayAwake,
    isOnBattery: () => powerMonitor.isOnBatteryPower(),
    onError,
  })
  powerMonitor.on('resume', signs.woke)
  // Told on macOS and Windows; elsewhere the next step of the work notices.
  powerMonitor.on('on-battery', signs.powerChanged)
  powerMonitor.on('on-ac', signs.powerChanged)
  return signs
}
