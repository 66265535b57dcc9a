// The key of an encoded piece: what is heard, how it is encoded, and by which version of the encoder.
import { digestJson } from '../base/digest.ts'
import type { Encoding } from '../ports/codecs.ts'

/** Equal keys mean equal packets. `codecVersion` changes whenever the encoder's output would. */
export const encodeKey = (
  groupKeys: readonly string[],
  encoding: Encoding,
  codecVersion: string,
): string => digestJson({ groups: groupKeys, encoding, codec: codecVersion })
