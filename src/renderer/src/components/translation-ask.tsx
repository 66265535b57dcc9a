// What a translation needs, before anything is sent: its language, its glossary, the estimate, and the button.
import { Languages } from 'lucide-react'
import { useState } from 'react'
import { glossaryText, readGlossary, type TranslatedEdition } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ChoiceField } from '../elements/choice-field.tsx'
import { LinesField } from '../elements/lines-field.tsx'
import { Fold } from '../elements/fold.tsx'
import { useAnswer } from '../hooks/use-answer.ts'
import { useProject } from '../hooks/use-book.ts'
import { useBudget } from '../hooks/use-budget.ts'
import { useFace } from '../hooks/use-face.ts'
import type { ModelServer, TokenAmount } from '../state/model-server.ts'
import { languagesBut } from '../state/asked-languages.ts'
import { scriptWords } from '../script-words.ts'
import { words } from '../words.ts'
import { BudgetField } from './budget-field.tsx'
import { ScriptEstimate } from './script-estimate.tsx'
import styles from './script-panel.module.css'

const say = scriptWords.translation

/** Between two letters of a glossary: each estimate is a look through the whole book. */
const restMs = 400

export function TranslationAsk(props: {
  model: ModelServer<TokenAmount>
  originalId: string
  language: string
  /** The one that is there in this language. */
  edition: TranslatedEdition | null
  /** Absent where it cannot be another. */
  onLanguage?: (language: string) => void
}) {
  const { model, originalId: projectId, language, edition, onLanguage } = props
  const { connection, news } = useFace()
  const { project } = useProject()
  const [written, write] = useState<string | null>(null)
  const text = written ?? glossaryText(edition?.glossary ?? [])
  const { glossary, wrong } = readGlossary(text)
  const [isStarting, setStarting] = useState(false)
  const budget = useBudget(model.price !== null)
  const estimate = useAnswer(
    'translation.estimate',
    { projectId, language, glossary },
    { again: `${project.revision} ${JSON.stringify(model)}`, about: projectId, restMs },
  )
  const start = async () => {
    const limit = budget.take()
    if (limit === null || wrong.length > 0) return
    setStarting(true)
    const done = await connection.call('translation.start', {
      ...{ projectId, language, glossary },
      ...limit,
    })
    setStarting(false)
    if (news.settle(done) !== null) news.say(say.started)
  }
  const name = words.language(language)
  return (
    <form
      className={styles['group']}
      aria-label={say.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      {onLanguage === undefined ? null : (
        <ChoiceField
          label={say.language}
          value={language}
          choices={languagesBut(project.language, words.language)}
          onChange={onLanguage}
        />
      )}
      <Fold summary={say.glossaryCount(glossary.length)}>
        <LinesField
          label={say.glossary}
          hint={say.glossaryHint}
          problem={wrong.length > 0 ? say.glossaryWrong(wrong) : undefined}
          rows={4}
          value={text}
          onChange={write}
        />
      </Fold>
      <ScriptEstimate {...estimate} nothing={say.nothing} />
      {model.price === null ? null : (
        <BudgetField form={budget} currency={model.price.currency} hint={say.budgetHint} />
      )}
      <Button
        type="submit"
        look="primary"
        icon={<Languages aria-hidden />}
        disabled={isStarting || wrong.length > 0 || estimate.value === null}
      >
        {edition === null ? say.start(name) : say.renew(name)}
      </Button>
    </form>
  )
}
