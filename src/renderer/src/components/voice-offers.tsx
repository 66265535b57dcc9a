// Well-known neural voices that can be downloaded, with their licence before anything is fetched.
import { Download } from 'lucide-react'
import type { NeuralOffer } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { Button } from '../elements/button.tsx'
import card from '../elements/card.module.css'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { isActive } from '../state/jobs.ts'
import { words } from '../words.ts'
import { languageWords } from './installed-voices.tsx'
import styles from './neural-section.module.css'

export function VoiceOffers({ offers }: { offers: readonly NeuralOffer[] }) {
  const { neural, jobs } = useFace()
  const active = [...useStore(jobs).values()].filter((job) => job.kind === 'voice' && isActive(job))
  const coming = (offer: NeuralOffer) =>
    active.some(({ name }) => name === offer.label || name === offer.id)
  return (
    <>
      <h3 className={card['caption']}>{words.neural.offers}</h3>
      <ul className={styles['offers']} aria-label={words.neural.offers}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles['offer']}>
            <p className={styles['head']}>
              <strong>{offer.label}</strong>
              <Badge>{words.neural.families[offer.family]}</Badge>
            </p>
            <p className={styles['note']}>
              <span>{languageWords(offer.languages)}</span>
              <span>{words.neural.size(offer.bytes)}</span>
            </p>
            <p className={styles['note']}>
              <span>{words.neural.licence(offer.licence)}</span>
            </p>
            <p className={styles['note']}>
              <span className={styles['source']}>{words.neural.source(offer.source)}</span>
            </p>
            <Button
              size="small"
              icon={<Download aria-hidden />}
              aria-label={words.neural.downloadNamed(offer.label)}
              disabled={coming(offer)}
              onClick={() => void neural.download(offer.id)}
            >
              {words.neural.download}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
