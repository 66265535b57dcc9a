// What the panels offer to keys and palette: script, cast, dictionary, marks.
import { selectedText } from '../client/selected-text.ts'
import { chosenDeeds } from '../state/deed-target.ts'
import { likelyWord, newDraft } from '../state/entry-draft.ts'
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import { useCastDeeds } from './use-cast-deeds.ts'
import { useDeeds } from './use-deeds.ts'
import type { Desk } from './use-desk.ts'
import { useFace } from './use-face.ts'
import { useMarkDeeds } from './use-mark-deeds.ts'

export function useDeskDeeds(desk: Desk): void {
  const { news } = useFace()
  const { withChosen } = chosenDeeds(useBook(), news)
  const cast = useCastDeeds()
  const marks = useMarkDeeds()
  const addWord = async () => {
    const chosen = selectedText()
    if (chosen !== '') return desk.write(newDraft(chosen, 'book'))
    await withChosen(({ row }) => desk.write(newDraft(likelyWord(row.text), 'book')))
  }
  const askAlike = () =>
    withChosen(({ row }) => {
      if (typeof row.manner?.speaker === 'string') desk.ask('alike')
      else news.tell(words.cast.alikeNarrator)
    })
  // The first is there for everybody: it tells what to do where there is no cast yet.
  const give = (number: number) => ({
    run: () => void cast.giveNumber(number),
    can: () => number === 1 || cast.cast().length >= number,
  })
  useDeeds({
    'show-script': () => desk.show('script'),
    'show-cast': () => desk.show('cast'),
    'show-dictionary': () => desk.show('dictionary'),
    'show-marks': () => desk.show('marks'),
    'add-to-dictionary': () => void addWord(),
    'assign-alike': () => void askAlike(),
    mark: () => void marks.toggle(),
    'give-narrator': () => void cast.give(null),
    'give-1': give(1),
    'give-2': give(2),
    'give-3': give(3),
    'give-4': give(4),
    'give-5': give(5),
    'give-6': give(6),
    'give-7': give(7),
    'give-8': give(8),
    'give-9': give(9),
  })
}
