// The script: the language model, what it is asked, all that is proposed for the performance, and listening back.
import { useState } from 'react'
import type { ScriptKind } from '../../../contract/index.ts'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useModelServer } from '../hooks/use-model-server.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { mirrorLanguageModel } from '../state/model-server.ts'
import { languageModelKind } from '../state/model-server-kinds.ts'
import { kindsInOrder } from '../state/proposals.ts'
import { words } from '../words.ts'
import { ListeningSection } from './listening-section.tsx'
import { ModelJob } from './model-job.tsx'
import { ModelServerSection } from './model-server-section.tsx'
import { TranslationSection } from './translation-section.tsx'
import panel from './panel.module.css'
import { ScriptAsk } from './script-ask.tsx'
import { ScriptProposals } from './script-proposals.tsx'

export function ScriptPanel() {
  const { jobs } = useFace()
  const { project } = useProject()
  const mirror = useModelServer(mirrorLanguageModel)
  const { view } = useStore(mirror)
  const job = activeJob(useStore(jobs), 'script', project.id)
  /** Whether the language model's form is open. */
  const [isChanging, setChanging] = useState(false)
  const [kinds, setKinds] = useState<readonly ScriptKind[]>(kindsInOrder)
  const model = view?.server ?? null
  return (
    <div className={panel['panel']}>
      <ModelServerSection
        kind={languageModelKind}
        {...{ mirror, isChanging }}
        onChanging={setChanging}
      />
      {job === null ? null : (
        <ModelJob job={job} say={words.script.job} onChangeServer={() => setChanging(true)} />
      )}
      {job !== null || model === null ? null : (
        <ScriptAsk model={model} kinds={kinds} onKinds={setKinds} />
      )}
      <ScriptProposals model={model?.model ?? null} />
      <TranslationSection model={model} onChangeServer={() => setChanging(true)} />
      <ListeningSection />
    </div>
  )
}
