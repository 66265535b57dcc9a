// Catches a screen that breaks, so that the person can read a sentence and go on.
import { Component, type ReactNode } from 'react'

// React offers this only as a class.
export class BrokenBoundary extends Component<
  { fallback: ReactNode; children: ReactNode },
  { broken: boolean }
> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children
  }
}
