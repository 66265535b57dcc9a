// The largest file that is taken, as the settings say at this moment.
import { defaultSettings, type StudioClient } from '../../contract/index.ts'

/** LECTERN_MAX_FILE_BYTES in force, in bytes. */
export async function fileLimit(studio: Pick<StudioClient, 'call'>): Promise<number> {
  const reply = await studio.call('settings.read', {})
  const row = reply.ok
    ? reply.value.settings.find(({ name }) => name === 'maxFileBytes')
    : undefined
  return Number(row?.value ?? defaultSettings().maxFileBytes)
}
