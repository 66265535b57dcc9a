// Well-known public voices that can be downloaded. Sizes and digests only where they are known.
import type { NeuralOffer } from '../../../contract/index.ts'

export type OfferedFile = {
  /** In the voice's folder. */
  name: string
  url: string
  /** Null: whatever comes is checked by loading it. */
  bytes: number | null
  /** Hex. */
  sha256: string | null
}
export type OfferedVoice = NeuralOffer & { files: readonly OfferedFile[] }

const piperRoot = 'https://huggingface.co/rhasspy/piper-voices'

/** `language/code/speaker/quality`, as the collection of Piper's voices is laid out. */
function piper(
  place: string,
  row: { label: string; languages: string[]; licence: string; bytes: number; isExact: boolean },
): OfferedVoice {
  const [, code, speaker, quality] = place.split('/')
  const name = `${code}-${speaker}-${quality}`
  const url = (file: string) => `${piperRoot}/resolve/v1.0.0/${place}/${file}`
  const { isExact, ...offer } = row
  return {
    ...offer,
    id: name.toLowerCase(),
    family: 'piper',
    source: `${piperRoot}/tree/v1.0.0/${place}`,
    files: [
      {
        name: `${name}.onnx`,
        url: url(`${name}.onnx`),
        bytes: isExact ? row.bytes : null,
        sha256: null,
      },
      { name: `${name}.onnx.json`, url: url(`${name}.onnx.json`), bytes: null, sha256: null },
      { name: 'MODEL_CARD', url: url('MODEL_CARD'), bytes: null, sha256: null },
    ],
  }
}

const kokoro =
  'https://huggingface.co/csukuangfj/kokoro-en-v0_19/resolve/92805c485745946a0d945562d3aba19e7cbb2104'
const kitten = 'https://huggingface.co/csukuangfj/kitten-nano-en-v0_2-fp16/resolve/main'

export const voiceOffers: readonly OfferedVoice[] = [
  piper('en/en_GB/alba/medium', {
    label: 'Alba, English (Scotland)',
    languages: ['en-GB'],
    licence: 'CC BY 4.0',
    bytes: 63_201_294,
    isExact: true,
  }),
  piper('en/en_GB/vctk/medium', {
    label: 'VCTK, English (United Kingdom), 109 speakers',
    languages: ['en-GB'],
    licence: 'CC BY 4.0',
    bytes: 76_952_753,
    isExact: true,
  }),
  piper('fr/fr_FR/siwis/medium', {
    label: 'SIWIS, French (France)',
    languages: ['fr-FR'],
    licence: 'CC BY 4.0',
    bytes: 63_201_294,
    isExact: true,
  }),
  piper('de/de_DE/thorsten/medium', {
    label: 'Thorsten, German (Germany)',
    languages: ['de-DE'],
    licence: 'CC0 1.0',
    bytes: 63_201_294,
    isExact: false,
  }),
  {
    id: 'kitten-nano-en-v0_2',
    label: 'Kitten nano 0.2, English (United States), 8 speakers',
    family: 'kitten',
    languages: ['en-US'],
    licence: 'Apache 2.0',
    source: 'https://huggingface.co/KittenML/kitten-tts-nano-0.2',
    bytes: 24_000_000,
    files: ['model.fp16.onnx', 'voices.bin', 'tokens.txt'].map((name) => ({
      name,
      url: `${kitten}/${name}`,
      bytes: null,
      sha256: null,
    })),
  },
  {
    id: 'kokoro-en-v0_19',
    label: 'Kokoro 0.19, English, 11 speakers',
    family: 'kokoro',
    languages: ['en-US', 'en-GB'],
    licence: 'Apache 2.0',
    source: 'https://huggingface.co/hexgrad/Kokoro-82M',
    bytes: 351_311_395,
    files: [
      {
        name: 'model.onnx',
        url: `${kokoro}/model.onnx`,
        bytes: 345_555_491,
        sha256: '10ff414106a038ce7e9e0126c6461e4dc8a86efaa89dc91d2009d69fe635e339',
      },
      { name: 'voices.bin', url: `${kokoro}/voices.bin`, bytes: 5_755_904, sha256: null },
      { name: 'tokens.txt', url: `${kokoro}/tokens.txt`, bytes: null, sha256: null },
    ],
  },
]
