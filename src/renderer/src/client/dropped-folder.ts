// The files of a folder that was dropped: those at its top, or in the one folder it holds.
import { isWanted } from '../state/voice-drop.ts'

/** Empty where the browser cannot read it. What lies deeper is data that Lectern brings itself. */
export async function filesOfFolder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = (await entriesOf(folder)).filter(isWanted)
  const files = entries.filter((entry) => entry.isFile) as FileSystemFileEntry[]
  const [only, another] = entries.filter((entry) => entry.isDirectory) as FileSystemDirectoryEntry[]
  const hasModel = files.some(({ name }) => name.toLowerCase().endsWith('.onnx'))
  if (!hasModel && only !== undefined && another === undefined) return filesOfFolder(only)
  const read = await Promise.all(
    files.map(
      (entry) => new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null))),
    ),
  )
  return read.filter((file) => file !== null)
}

/** A browser tells them a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}
