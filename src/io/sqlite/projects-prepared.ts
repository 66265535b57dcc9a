// All statements of projects.db, prepared once and shared by the parts of the project store.
import type { Database } from './database.ts'
import { historyStatements, jobStatements } from './statements/history-statements.ts'
import { projectStatements } from './statements/project-statements.ts'
import { segmentStatements } from './statements/segment-statements.ts'

export type ProjectsPrepared = ReturnType<typeof prepareProjects>

export const prepareProjects = (database: Database) => ({
  projects: database.prepare(projectStatements),
  segments: database.prepare(segmentStatements),
  facts: database.prepare(historyStatements),
  jobs: database.prepare(jobStatements),
})
