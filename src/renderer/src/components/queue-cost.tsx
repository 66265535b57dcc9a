// Asks before books join the queue whose voices cost money.
import { Confirm } from '../elements/confirm.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'

export function QueueCost() {
  const { queue } = useFace()
  const asked = useStore(queue.asked)
  return (
    <Confirm
      open={asked !== null}
      title={words.queue.costsTitle(asked?.paid.length ?? 1)}
      text={words.queue.costsText(asked?.amount ?? null)}
      yes={words.queue.costsYes}
      no={words.queue.costsNo}
      onYes={() => void queue.answer(true)}
      onClose={() => void queue.answer(false)}
    />
  )
}
