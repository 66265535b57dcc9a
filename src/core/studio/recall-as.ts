// What the store remembers, as its schema has it: a damaged fact is one that nobody has remembered.
import type { Schema } from '../base/schema.ts'
import type { ProjectStore } from '../ports/projects.ts'

/** Null where nothing is remembered under this key, or nothing that can be read. */
export async function recallAs<T>(
  projects: Pick<ProjectStore, 'recall'>,
  key: string,
  schema: Schema<T>,
): Promise<T | null> {
  const text = await projects.recall(key)
  if (text === null) return null
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
