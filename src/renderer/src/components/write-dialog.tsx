// A script from notes: the language model, what is asked of it, and what it has written so far.
import { useEffect, useRef, useState } from 'react'
import { Modal } from '../elements/modal.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useWatched } from '../hooks/use-watched.ts'
import { useStore } from '../hooks/use-store.ts'
import { useWriteForm } from '../hooks/use-write-form.ts'
import { useWrittenBook } from '../hooks/use-written-book.ts'
import { mirrorLanguageModel } from '../state/model-server.ts'
import { languageModelKind } from '../state/model-server-kinds.ts'
import { scriptWords } from '../script-words.ts'
import { words } from '../words.ts'
import { writeWords } from '../write-words.ts'
import { ModelJob } from './model-job.tsx'
import { ModelServerSection } from './model-server-section.tsx'
import { WriteForm } from './write-form.tsx'
import { WritingScript } from './writing-script.tsx'

const { text, emptyTitle, emptyText, emptyMore } = writeWords

const kind: typeof languageModelKind = {
  ...languageModelKind,
  say: { ...languageModelKind.say, emptyTitle, emptyText, emptyMore },
}
const jobWords = { ...scriptWords.script.job, ...writeWords.job }

export function WriteDialog() {
  const { writing } = useFace()
  const isOpen = useStore(writing.open)
  const mirror = useWatched(mirrorLanguageModel)
  const { view } = useStore(mirror)
  /** Whether the language model's form is open. */
  const [isChanging, setChanging] = useState(false)
  const model = view?.server ?? null
  const form = useWriteForm(model?.price != null)
  const { job, follow } = useWrittenBook(form.clear)
  const notes = useRef<HTMLTextAreaElement>(null)
  const isWriting = job !== null
  const wasWriting = useRef(false)
  useEffect(() => {
    // Cancelled, it gives way to the form: the button that had the focus is gone.
    if (wasWriting.current && !isWriting) notes.current?.focus()
    wasWriting.current = isWriting
  }, [isWriting])
  return (
    <Modal
      open={isOpen}
      wide
      title={words.keys.deeds['write-script']}
      description={text}
      closeLabel={words.app.close}
      {...(model !== null && job === null && { first: notes })}
      onClose={writing.close}
    >
      <ModelServerSection {...{ kind, mirror, isChanging }} onChanging={setChanging} />
      {job === null ? null : (
        <>
          <ModelJob job={job} say={jobWords} onChangeServer={() => setChanging(true)} />
          <WritingScript jobId={job.id} />
        </>
      )}
      {job === null ? (
        <WriteForm form={form} model={model} first={notes} onStarted={follow} />
      ) : null}
    </Modal>
  )
}
