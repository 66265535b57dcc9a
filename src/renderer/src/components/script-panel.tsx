// The script: what is proposed for the performance, the book in another language, and listening back.
import { useState } from 'react'
import { scriptKinds, type ScriptKind } from '../../../contract/index.ts'
import { Segmented } from '../elements/segmented.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useWatched } from '../hooks/use-watched.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { mirrorLanguageModel } from '../state/model-server.ts'
import { languageModelKind } from '../state/model-server-kinds.ts'
import { scriptWords } from '../script-words.ts'
import { ListeningSection } from './listening-section.tsx'
import { ModelJob } from './model-job.tsx'
import { ModelServerSection } from './model-server-section.tsx'
import panel from './panel.module.css'
import { ScriptAsk } from './script-ask.tsx'
import { ScriptProposals } from './script-proposals.tsx'
import { TranslationSection } from './translation-section.tsx'

const parts = ['proposals', 'translation', 'listening'] as const
type Part = (typeof parts)[number]

export function ScriptPanel() {
  const [part, setPart] = useState<Part>('proposals')
  return (
    <div className={panel['panel']}>
      <Segmented
        label={scriptWords.script.part}
        value={part}
        choices={parts.map((value) => ({ value, label: scriptWords.script.parts[value] }))}
        onChange={setPart}
      />
      {part === 'listening' ? <ListeningSection /> : <WithModel part={part} />}
    </div>
  )
}

/** What a language model is asked for. */
function WithModel({ part }: { part: Exclude<Part, 'listening'> }) {
  const { jobs } = useFace()
  const { project } = useProject()
  const mirror = useWatched(mirrorLanguageModel)
  const { view } = useStore(mirror)
  const job = activeJob(useStore(jobs), 'script', project.id)
  /** Whether the language model's form is open. */
  const [isChanging, setChanging] = useState(false)
  const [kinds, setKinds] = useState<readonly ScriptKind[]>(scriptKinds)
  const model = view?.server ?? null
  const change = () => setChanging(true)
  return (
    <>
      <ModelServerSection
        kind={languageModelKind}
        {...{ mirror, isChanging }}
        onChanging={setChanging}
      />
      {part === 'translation' ? (
        <TranslationSection model={model} onChangeServer={change} />
      ) : (
        <>
          {job === null ? null : (
            <ModelJob job={job} say={scriptWords.script.job} onChangeServer={change} />
          )}
          {job !== null || model === null ? null : (
            <ScriptAsk model={model} kinds={kinds} onKinds={setKinds} />
          )}
          <ScriptProposals model={model?.model ?? null} />
        </>
      )}
    </>
  )
}
