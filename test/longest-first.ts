// In which order the test files are run: the longest first, so that both workers end together.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, by where it is; all else follows by its name, the same in every run. */
const longest = [
  'test/chaos/',
  'test/io/books/hostile.',
  'test/kill/',
  'test/cli/any-voice.',
  'test/farm/failures.',
  'test/speech-server/',
  'test/stress/',
  'test/cli/',
  'test/farm/',
  'test/core/audio/meters.',
  'test/core/book/acceptance.',
  'test/core/book/hostile-office.',
]

const rank = ({ moduleId }: TestSpecification) => {
  const place = longest.findIndex((part) => moduleId.includes(part))
  return place === -1 ? longest.length : place
}
const byName = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/** Keeps together the files that share a process. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted(
      (one, other) =>
        byName(one.project.name, other.project.name) ||
        rank(one) - rank(other) ||
        byName(one.moduleId, other.moduleId),
    )
  }
}
