import i18next from 'i18next'
import { Component, type ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { startAgain } from '../start-again.ts'

interface Props {
  readonly saveCopy: () => Promise<void>
  readonly children: ReactNode
}

/** Catches a fault of the interface: offers to save a copy first, then to start again. What was shown as saved is not touched. */
export class ErrorBoundary extends Component<Props, { readonly fault: unknown }> {
  override state: { readonly fault: unknown } = { fault: null }

  static getDerivedStateFromError(fault: unknown) {
    return { fault }
  }

  override render() {
    const { fault } = this.state
    if (fault === null) return this.props.children
    return (
      <main className="page-notice">
        <h1>{i18next.t('error.title')}</h1>
        <p>{i18next.t('error.body')}</p>
        <div className="actions">
          <Button look="primary" onPress={() => void this.props.saveCopy()} autoFocus>
            {i18next.t('error.saveCopy')}
          </Button>
          <Button onPress={startAgain}>{i18next.t('error.reload')}</Button>
        </div>
        <p className="muted">{fault instanceof Error ? fault.message : String(fault)}</p>
      </main>
    )
  }
}
