// The process of one neural model. The engine may end it at any time; whoever launched it expects that.
import { parameters, serve } from '../io/process/serve.ts'
import { loadSherpa } from '../io/speech/neural/sherpa.ts'
import { createSpeaker, type SpeakerParameters } from '../io/speech/neural/speaker.ts'

serve(createSpeaker(parameters<SpeakerParameters>(), loadSherpa))
