// The process of the embedded voices: hands segments to lanes, which are threads.
import { setFlagsFromString } from 'node:v8'
import { systemClock } from '../io/clock.ts'
import { parameters, serve } from '../io/process/serve.ts'
import { createLanePool, type PoolParameters } from '../io/speech/lane-pool.ts'

// V8's middle compiler takes 60 MB a thread to compile the engine's largest function, and the speed
// once warm is the same without it.
setFlagsFromString('--no-maglev')

serve(createLanePool(parameters<PoolParameters>(), systemClock))
