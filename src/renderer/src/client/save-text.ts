// Gives a text to the person as a file: where downloads are refused, it is copied instead.
import type { DoorName } from '../../../contract/index.ts'
import { after } from './after.ts'
import { copyText } from './copy-text.ts'

/** By then the browser has taken it up, or never will. */
const takenUpMs = 60_000

/** `refused`: neither was allowed. Must follow a click or key, as browsers ask. */
export async function saveText(
  door: DoorName,
  name: string,
  text: string,
  type: string,
): Promise<'saved' | 'copied' | 'refused'> {
  // Only a browser has a place for downloads; the window has none and ends them.
  if (door !== 'web') return (await copyText(text)) ? 'copied' : 'refused'
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  after(takenUpMs, () => URL.revokeObjectURL(address))
  return 'saved'
}
