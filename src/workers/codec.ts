// Entry of a codec child: one job at a time, takes opened read-only, ended by its pool.
import { codecOperations, type CodecParameters } from '../io/codecs/codec-operations.ts'
import { parameters, serve } from '../io/process/serve.ts'

serve(codecOperations(parameters<CodecParameters>()))
