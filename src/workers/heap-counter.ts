// The process that counts the objects of a heap snapshot: it needs much memory, and only for a moment.
import { countObjects } from '../io/count-objects.ts'
import { serve } from '../io/process/serve.ts'

serve({ count: countObjects })
