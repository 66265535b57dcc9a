// The book in another language: what translating needs, its editions, or what this one was translated from.
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useAnswer } from '../hooks/use-answer.ts'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import type { ModelServer, TokenAmount } from '../state/model-server.ts'
import { scriptWords } from '../script-words.ts'
import { language as ownLanguage, words } from '../words.ts'
import { ModelJob } from './model-job.tsx'
import panel from './panel.module.css'
import styles from './script-panel.module.css'
import { TranslationAsk } from './translation-ask.tsx'

const say = scriptWords.translation

export function TranslationSection(props: {
  model: ModelServer<TokenAmount> | null
  onChangeServer: () => void
}) {
  const { model } = props
  const { jobs, library } = useFace()
  const { project } = useProject()
  const { translationOf } = project
  const originalId = translationOf?.projectId ?? project.id
  const job = activeJob(useStore(jobs), 'translation', originalId)
  const isThere = useStore(library).projects.some(({ id }) => id === originalId)
  const { editions } = useAnswer(
    'translation.editions',
    { projectId: originalId },
    { again: `${job?.id} ${project.revision}` },
  ).value ?? { editions: [] }
  const [chosen, setChosen] = useState<string | null>(null)
  const language =
    translationOf === undefined
      ? (chosen ?? editions[0]?.language ?? (ownLanguage === project.language ? 'es' : ownLanguage))
      : project.language
  return (
    <section className={styles['group']} aria-labelledby="translation">
      <h3 className={panel['head']} id="translation">
        {say.title}
      </h3>
      <p className={panel['note']}>
        {translationOf === undefined ? say.text : say.of(words.language(translationOf.language))}
      </p>
      <Editions
        editions={
          translationOf === undefined
            ? editions.map((each) => ({
                id: each.projectId,
                label: say.open(each.title, words.language(each.language)),
              }))
            : isThere
              ? [{ id: originalId, label: say.openOriginal }]
              : []
        }
      />
      {job === null ? null : (
        <ModelJob job={job} say={say.job} onChangeServer={props.onChangeServer} />
      )}
      {translationOf !== undefined && !isThere ? (
        <p className={panel['note']}>{say.originalGone}</p>
      ) : model === null ? (
        <p className={panel['note']}>{say.noModel}</p>
      ) : job === null ? (
        <TranslationAsk
          key={language}
          model={model}
          originalId={originalId}
          language={language}
          edition={editions.find((each) => each.language === language) ?? null}
          {...(translationOf === undefined && { onLanguage: setChosen })}
        />
      ) : null}
    </section>
  )
}

function Editions({ editions }: { editions: readonly { id: string; label: string }[] }) {
  const { router } = useFace()
  if (editions.length === 0) return null
  return (
    <div className={styles['buttons']} role="group" aria-label={say.editions}>
      {editions.map(({ id, label }) => (
        <Button
          key={id}
          size="small"
          onClick={() => router.go({ screen: 'studio', projectId: id, play: false })}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
