// What the terminal says of a read-along book that is not wholly what one would expect.
import { englishFace as words, type ReadAlongReport } from '../contract/index.ts'

export function readAlongLines({ reason, unplaced }: ReadAlongReport): string[] {
  const said = words.export.readAlong
  return [
    ...(reason === undefined ? [] : [`${said.fromText}. ${said.reasons[reason]}`]),
    ...(unplaced === 0 ? [] : [said.unplaced(unplaced)]),
  ]
}
