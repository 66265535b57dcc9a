// What Lectern runs on here, as a report of trouble names it.
import { availableParallelism, totalmem } from 'node:os'

export const thisMachine = () => ({
  node: process.version,
  platform: process.platform,
  architecture: process.arch,
  processors: availableParallelism(),
  memoryBytes: totalmem(),
})
