// Who was found to speak: a ticked list, how sure it must be, and the doubtful lines.
import { useId, useState } from 'react'
import { mostCharacters, sureFrom } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import modal from '../elements/modal.module.css'
import { Fold } from '../elements/fold.tsx'
import type { FoundCast } from '../hooks/use-cast-find.ts'
import { words } from '../words.ts'
import { CastDoubtful } from './cast-doubtful.tsx'
import styles from './cast-finder.module.css'

export function CastFound(props: {
  found: FoundCast
  taking: boolean
  onTake: (characters: readonly string[], confidence: number) => void
  onGo: (position: number) => void
}) {
  const { found, taking } = props
  const characters = found.characters.slice(0, mostCharacters)
  // Who tells the book is read by the narrator already.
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(characters.filter(({ isNarrator }) => !isNarrator).map(({ id }) => id)),
  )
  const [tenth, setTenth] = useState(Math.round(sureFrom * 10))
  const id = useId()
  const tick = (character: string) => {
    const next = new Set(ticked)
    if (!next.delete(character)) next.add(character)
    setTicked(next)
  }
  const sure = found.sure[tenth] ?? 0
  return (
    <>
      <section className={styles['part']} aria-labelledby={`${id}-who`}>
        <div className={styles['head']}>
          <h3 className={styles['title']} id={`${id}-who`}>
            {words.cast.found}
          </h3>
          <Button
            look="quiet"
            size="small"
            onClick={() =>
              setTicked(new Set(ticked.size > 0 ? [] : characters.map((one) => one.id)))
            }
          >
            {ticked.size > 0 ? words.cast.tickNone : words.cast.tickAll}
          </Button>
        </div>
        <ul className={styles['found']}>
          {characters.map((character) => (
            <li key={character.id}>
              <label className={styles['character']}>
                <input
                  type="checkbox"
                  checked={ticked.has(character.id)}
                  onChange={() => tick(character.id)}
                />
                <span className={styles['name']} dir="auto">
                  {character.name}
                </span>
                <span className={styles['note']}>
                  {character.isNarrator ? `${words.cast.tells} · ` : ''}
                  {words.cast.quotations(character.quotations)}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles['part']}>
        <label className={styles['title']} htmlFor={`${id}-sure`}>
          {words.cast.sureness}
        </label>
        <input
          id={`${id}-sure`}
          className={styles['slider']}
          type="range"
          min={0}
          max={10}
          step={1}
          value={tenth}
          aria-valuetext={words.cast.surenessValue(tenth / 10)}
          onChange={(event) => setTenth(Number(event.currentTarget.value))}
        />
        <p aria-live="polite">{words.cast.sure(sure, found.quotations, tenth / 10)}</p>
        <p className={styles['note']}>{words.cast.sureHint}</p>
      </section>
      {found.doubtful.length === 0 ? null : (
        <Fold summary={words.cast.doubtful(found.doubtful.length)}>
          <CastDoubtful found={found} onGo={props.onGo} />
        </Fold>
      )}
      <div className={modal['actions']}>
        <Button
          look="primary"
          disabled={taking || ticked.size === 0}
          onClick={() => props.onTake([...ticked], tenth / 10)}
        >
          {taking ? words.cast.taking : words.cast.take}
        </Button>
      </div>
    </>
  )
}
