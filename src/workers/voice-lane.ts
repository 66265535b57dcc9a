// A thread of the voices' process that speaks.
import { parameters, serve } from '../io/process/serve.ts'
import { createLane, type LaneParameters } from '../io/speech/lane.ts'
import { loadEngine } from '../io/speech/load-engine.ts'

serve(createLane(parameters<LaneParameters>(), loadEngine))
