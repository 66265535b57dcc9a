// A thread in the reader's process: ends the process when it takes too much memory, even while it hangs.
import { watchMemory } from '../io/books/memory-guard.ts'

watchMemory()
