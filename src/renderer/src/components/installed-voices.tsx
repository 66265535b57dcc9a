// Neural voices that lie on the disk.
import { CircleAlert, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { NeuralVoice } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { IconButton } from '../elements/button.tsx'
import card from '../elements/card.module.css'
import { Confirm } from '../elements/confirm.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './neural-section.module.css'

/** Names of languages, the same for a voice and for an offer. */
export const languageWords = (tags: readonly string[]): string =>
  (tags.length === 0 ? ['und'] : tags.slice(0, 4)).map(words.language).join(', ') +
  (tags.length > 4 ? ' …' : '')

export function InstalledVoices({ voices }: { voices: readonly NeuralVoice[] }) {
  const { neural, news } = useFace()
  const [leaving, setLeaving] = useState<NeuralVoice | null>(null)
  const [asking, setAsking] = useState(false)
  const remove = async (voice: NeuralVoice) => {
    if (await neural.remove(voice.id)) news.tell(words.neural.removed(voice.label))
  }
  return (
    <>
      <ul className={card['rows']} aria-label={words.neural.installed}>
        {voices.map((voice) => (
          <li key={voice.id} className={styles['voice']}>
            <div className={styles['text']}>
              <p className={styles['head']}>
                <strong>{voice.label}</strong>
                <Badge>{words.neural.families[voice.family]}</Badge>
              </p>
              <p className={styles['note']}>
                <span>{languageWords(voice.languages)}</span>
                <span>{words.neural.speakers(voice.speakers.length)}</span>
                <span>{words.neural.disk(voice.bytes)}</span>
              </p>
              <p className={styles['note']}>
                <span>
                  {voice.licence === null
                    ? words.neural.licenceUnknown
                    : words.neural.licence(voice.licence)}
                </span>
                {voice.source === null ? null : (
                  <span className={styles['source']}>{words.neural.source(voice.source)}</span>
                )}
              </p>
              {voice.state.kind === 'damaged' ? (
                <p className={styles['damaged']}>
                  <CircleAlert aria-hidden />
                  {words.neural.damaged(voice.state.reason)}
                </p>
              ) : null}
            </div>
            <IconButton
              size="small"
              label={words.neural.remove(voice.label)}
              icon={<Trash2 />}
              onClick={() => {
                setLeaving(voice)
                setAsking(true)
              }}
            />
          </li>
        ))}
      </ul>
      <Confirm
        open={asking}
        title={words.neural.removeTitle(leaving?.label ?? '')}
        text={words.neural.removeText(words.neural.disk(leaving?.bytes ?? 0))}
        yes={words.neural.removeConfirm}
        no={words.neural.removeKeep}
        onYes={() => (leaving === null ? undefined : void remove(leaving))}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
