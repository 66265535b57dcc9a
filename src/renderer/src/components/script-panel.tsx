// The script: the language model, what it is asked, and all that is proposed for how the book is performed.
import { useState } from 'react'
import type { ScriptKind } from '../../../contract/index.ts'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useLanguageModel } from '../hooks/use-language-model.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { kindsInOrder } from '../state/proposals.ts'
import panel from './panel.module.css'
import { ScriptAsk } from './script-ask.tsx'
import { ScriptAsking } from './script-asking.tsx'
import { ScriptModel } from './script-model.tsx'
import { ScriptProposals } from './script-proposals.tsx'

export function ScriptPanel() {
  const { jobs } = useFace()
  const { project } = useProject()
  const mirror = useLanguageModel()
  const { view } = useStore(mirror)
  const job = activeJob(useStore(jobs), 'script', project.id)
  /** Whether the language model's form is open. */
  const [isChanging, setChanging] = useState(false)
  const [kinds, setKinds] = useState<readonly ScriptKind[]>(kindsInOrder)
  const model = view?.model ?? null
  return (
    <div className={panel['panel']}>
      <ScriptModel mirror={mirror} isChanging={isChanging} onChanging={setChanging} />
      {job === null ? null : <ScriptAsking job={job} onChangeModel={() => setChanging(true)} />}
      {job !== null || model === null ? null : (
        <ScriptAsk model={model} kinds={kinds} onKinds={setKinds} />
      )}
      <ScriptProposals model={model?.model ?? null} />
    </div>
  )
}
