// The process of a model that listens. The engine may end it at any time; whoever launched it expects that.
import { openWasmEngine } from '../io/codecs/wasm/wasm-engine.ts'
import { parameters, serve } from '../io/process/serve.ts'
import { loadRecogniser } from '../io/speech/neural/sherpa.ts'
import { createListener, type ListenerParameters } from '../io/transcriber/on-disk/listener.ts'

const codec = openWasmEngine()

serve(
  createListener(parameters<ListenerParameters>(), {
    load: loadRecogniser,
    decode: async (flac) => (await codec).decodeFlac(flac),
  }),
)
