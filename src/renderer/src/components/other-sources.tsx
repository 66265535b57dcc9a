// The sources that are simply there: the system's voices and the built-in draft voices.
import { Cpu, MonitorSpeaker } from 'lucide-react'
import type { VoiceSource } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import card from '../elements/card.module.css'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { failureSentence, words } from '../words.ts'
import styles from './other-sources.module.css'

export function OtherSources() {
  const { voices, sources } = useStore(useFace().voices)
  const shown = sources.filter(({ kind }) => kind === 'system' || kind === 'embedded')
  const count = (source: VoiceSource) =>
    voices.filter(({ provider }) => provider === source.name).length
  return (
    <section className={card['section']} aria-labelledby="other-sources">
      <div>
        <h2 className={card['title']} id="other-sources">
          {words.voiceScreen.otherTitle}
        </h2>
        <p className={card['text']}>{words.voiceScreen.otherText}</p>
      </div>
      {shown.length === 0 ? (
        <p className={card['text']}>{words.voiceScreen.otherNone}</p>
      ) : (
        <ul className={card['rows']}>
          {shown.map((source) => (
            <li key={source.name} className={styles['source']}>
              {source.kind === 'system' ? <MonitorSpeaker aria-hidden /> : <Cpu aria-hidden />}
              <strong className={styles['label']}>{source.label}</strong>
              {source.kind === 'embedded' ? (
                <Badge tone="warn">{words.voices.draft}</Badge>
              ) : (
                <Badge>{words.voices.kinds.system}</Badge>
              )}
              <span className={styles['state']}>
                {source.failure === undefined
                  ? words.voiceScreen.voices(count(source))
                  : failureSentence(source.failure)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
