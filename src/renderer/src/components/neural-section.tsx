// Neural voices on this machine's disk: what is here, what is on its way, and what can be fetched.
import { BrainCircuit } from 'lucide-react'
import { Notice } from '../elements/notice.tsx'
import card from '../elements/card.module.css'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { openOffers } from '../state/neural.ts'
import { failureSentence, words } from '../words.ts'
import { AddVoiceButton } from './add-voice-button.tsx'
import { InstalledVoices } from './installed-voices.tsx'
import { VoiceJobs } from './voice-jobs.tsx'
import { VoiceOffers } from './voice-offers.tsx'

export function NeuralSection() {
  const { neural: mirror } = useFace()
  const neural = useStore(mirror)
  const offers = openOffers(neural)
  const isEmpty = neural.state === 'ready' && neural.voices.length === 0
  return (
    <section className={card['section']} aria-labelledby="neural-voices">
      <header className={card['head']}>
        <div>
          <h2 className={card['title']} id="neural-voices">
            {words.neural.title}
          </h2>
          <p className={card['text']}>{words.neural.text}</p>
        </div>
        {isEmpty ? null : <AddVoiceButton />}
      </header>
      {neural.failure === null ? null : (
        <Notice tone="danger">{failureSentence(neural.failure)}</Notice>
      )}
      {neural.state === 'loading' ? <p className={card['text']}>{words.app.loading}</p> : null}
      <VoiceJobs />
      {isEmpty ? (
        <div className={card['empty']}>
          <BrainCircuit aria-hidden />
          <strong>{words.neural.emptyTitle}</strong>
          <p>{words.neural.emptyText}</p>
          <AddVoiceButton />
        </div>
      ) : null}
      {neural.voices.length === 0 ? null : <InstalledVoices voices={neural.voices} />}
      {offers.length === 0 ? null : <VoiceOffers offers={offers} />}
    </section>
  )
}
