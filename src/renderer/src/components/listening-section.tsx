// Listening back: the server or the model that hears takes, what hearing them needs, and how far it has come.
import { useState } from 'react'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useWatched } from '../hooks/use-watched.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { mirrorTranscriber } from '../state/model-server.ts'
import { transcriberKind } from '../state/model-server-kinds.ts'
import { scriptWords } from '../script-words.ts'
import { ListenerChoice } from './listener-choice.tsx'
import { ListenerOnDisk } from './listener-on-disk.tsx'
import { ListeningAsk } from './listening-ask.tsx'
import { ModelJob } from './model-job.tsx'
import { ModelServerSection } from './model-server-section.tsx'

export function ListeningSection() {
  const { jobs } = useFace()
  const { project } = useProject()
  const mirror = useWatched(mirrorTranscriber)
  const { view } = useStore(mirror)
  const job = activeJob(useStore(jobs), 'listening', project.id)
  /** Whether the server's form is open. */
  const [isChanging, setChanging] = useState(false)
  const server = view?.server ?? null
  const onDisk = view?.onDisk ?? null
  const listener = onDisk ? { price: null, address: null } : server
  return (
    <>
      {onDisk ? (
        <ListenerOnDisk mirror={mirror} model={onDisk} />
      ) : (
        <ModelServerSection
          kind={transcriberKind}
          {...{ mirror, isChanging }}
          onChanging={setChanging}
        />
      )}
      {job === null ? null : (
        <ModelJob
          job={job}
          say={scriptWords.listening.job}
          onChangeServer={() => setChanging(true)}
        />
      )}
      {job !== null || listener === null ? null : <ListeningAsk listener={listener} />}
      {view === null || onDisk !== null || job !== null ? null : <ListenerChoice mirror={mirror} />}
    </>
  )
}
