import i18next from 'i18next'
import { Button } from '../kit/button.tsx'

/** The library cannot be used: says why, and offers to try again. */
export function NoLibrary({ message }: { message: string }) {
  return (
    <main className="page-notice">
      <h1>{i18next.t('app.brokenTitle')}</h1>
      <p>{message}</p>
      <div className="actions">
        <Button look="primary" onPress={() => location.reload()} autoFocus>
          {i18next.t('app.tryAgain')}
        </Button>
      </div>
    </main>
  )
}
