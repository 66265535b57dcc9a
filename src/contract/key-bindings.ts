// The keys a person has chosen, as the small JSON text that the settings keep.
import { z } from 'zod'

/** Most deeds that may have keys of their own; the studio has far fewer. */
const mostDeeds = 200

/**
 * Keys by deed: only deeds whose keys are not the usual ones. A key is a key press's name, such as `r`,
 * `shift+n`, `mod+k`, `ArrowUp`; no key at all is an empty list. Deeds that this version does not know are
 * kept, for another version may know them.
 */
export const KeyBindings = z
  .record(z.string().min(1).max(60), z.array(z.string().min(1).max(40)).max(4))
  .refine((bindings) => Object.keys(bindings).length <= mostDeeds)
export type KeyBindings = z.infer<typeof KeyBindings>

/** Null when the text holds no bindings. */
export function readKeyBindings(text: string): KeyBindings | null {
  try {
    return KeyBindings.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
