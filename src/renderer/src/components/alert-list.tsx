// What the studio warns of, about itself; nothing where nothing is wrong.
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './alert-list.module.css'

export function AlertList() {
  const alerts = useStore(useFace().alerts)
  if (alerts.length === 0) return null
  return (
    <ul className={styles['alerts']} aria-label={words.alerts.title}>
      {alerts.map((alert) => (
        <li key={`${alert.name} ${alert.of}`} data-level={alert.level}>
          {alert.level === 'critical' ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
          <strong>{words.alerts.levels[alert.level]}</strong>
          <span>{words.alerts.sentences[alert.name](alert)}</span>
        </li>
      ))}
    </ul>
  )
}
