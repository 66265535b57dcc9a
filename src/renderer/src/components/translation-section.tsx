// The book in another language: what translating needs, its editions, or what this one was translated from.
import { useState } from 'react'
import type { TranslatedEdition } from '../../../contract/index.ts'
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
  const isOriginal = translationOf === undefined
  const wanted = chosen ?? editions[0]?.language ?? likelyLanguage(project.language)
  const language = isOriginal ? wanted : project.language
  const obstacle = obstacleOf({ isGone: !isOriginal && !isThere, hasModel: model !== null })
  return (
    <section className={styles['group']} aria-labelledby="translation">
      <h3 className={panel['head']} id="translation">
        {say.title}
      </h3>
      <p className={panel['note']}>
        {isOriginal ? say.text : say.of(words.language(translationOf.language))}
      </p>
      {isOriginal ? <BookLinks books={editions.map(editionLink)} /> : null}
      {isOriginal || !isThere ? null : (
        <BookLinks books={[{ id: originalId, label: say.openOriginal }]} />
      )}
      {job === null ? null : (
        <ModelJob job={job} say={say.job} onChangeServer={props.onChangeServer} />
      )}
      {obstacle === null ? null : <p className={panel['note']}>{obstacle}</p>}
      {obstacle !== null || model === null || job !== null ? null : (
        <TranslationAsk
          key={language}
          model={model}
          originalId={originalId}
          language={language}
          edition={editions.find((each) => each.language === language) ?? null}
          {...(isOriginal && { onLanguage: setChosen })}
        />
      )}
    </section>
  )
}

/** The one that is offered first: the face's own, where the book is in another. */
const likelyLanguage = (own: string): string => (ownLanguage === own ? 'es' : ownLanguage)

/** Why nothing can be asked for; null: it can. */
function obstacleOf({ isGone, hasModel }: { isGone: boolean; hasModel: boolean }): string | null {
  if (isGone) return say.originalGone
  return hasModel ? null : say.noModel
}

type BookLink = { id: string; label: string }

const editionLink = ({ projectId, title, language }: TranslatedEdition): BookLink => ({
  id: projectId,
  label: say.open(title, words.language(language)),
})

function BookLinks({ books }: { books: readonly BookLink[] }) {
  const { router } = useFace()
  if (books.length === 0) return null
  return (
    <div className={styles['buttons']} role="group" aria-label={say.editions}>
      {books.map(({ id, label }) => (
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
