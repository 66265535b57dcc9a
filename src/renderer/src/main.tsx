// Starts the face.
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { cspNonce } from './client/csp-nonce.ts'
import { FaceContext } from './hooks/use-face.ts'
import { createFace } from './state/create-face.ts'
import './styles/base.css'

// Fetched before anything is drawn, so that nothing is drawn in another colour.
if (document.documentElement.dataset['accent'] === 'system')
  await import('./state/accent-palette.ts')
const face = createFace(window)
const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <CSPProvider nonce={cspNonce()}>
        <FaceContext value={face}>
          <App />
        </FaceContext>
      </CSPProvider>
    </StrictMode>,
  )
