// Where a program of the system lies, as a terminal would find it.
import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import { environment } from './environment.ts'

/**
 * The absolute path of the first program of this exact file name in `searchPath`; null when there is
 * none. Relative entries of the path are passed over: what lies in the present folder is not meant.
 */
export async function findProgram(
  fileName: string,
  searchPath: string = environment('PATH') ?? '',
): Promise<string | null> {
  for (const folder of searchPath.split(delimiter).filter(isAbsolute)) {
    const path = join(folder, fileName)
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return null
}
