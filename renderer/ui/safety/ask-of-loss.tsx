import { createRoot } from 'react-dom/client'
import type { AskOfLoss, BroughtBack } from '../../session/safety-state.ts'
import { LibraryLost } from './library-lost.tsx'
import { LossReport } from './loss-report.tsx'

/** Asks what to do about a loss in the whole of an element, which is empty again at the end. */
export function askOfLoss(element: HTMLElement): AskOfLoss {
  return (question) => {
    const root = createRoot(element)
    const { promise: chosen, resolve: choose } = Promise.withResolvers<string | null>()
    const draw = (progress: { done: number; total: number } | null) =>
      root.render(<LibraryLost question={question} progress={progress} onChoose={choose} />)
    draw(null)
    return {
      chosen: chosen.then((name) => {
        if (name !== null) draw({ done: 0, total: 0 })
        return name
      }),
      progress: (done, total) => draw({ done, total }),
      report(end: BroughtBack) {
        const { promise, resolve } = Promise.withResolvers<void>()
        root.render(<LossReport end={end} onClose={resolve} />)
        return promise
      },
      close: () => root.unmount(),
    }
  }
}
