import { surroundingsOf } from '../../shared/exchange/correction-place.ts'
import { correctionRows } from '../../shared/exchange/correction-rows.ts'
import { exchangeFiles } from '../../shared/exchange/exchange-files.ts'
import type { FileToWrite } from '../../shared/ipc.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { collectMeasures } from '../../shared/translate/measures/collect-measures.ts'
import {
  type LetterMeasures,
  measureLetter,
} from '../../shared/translate/measures/measure-letter.ts'
import { visitLetters } from './gather-letters.ts'
import type { LetterCorrections, OutputActions, OutputScope } from './output-types.ts'
import { notify, type Surroundings, say, showProgress, timeNow } from './surroundings.ts'

/** Forms for other programs, lists of corrections and measures: read from the store in slices, made by pure code, written by the host. */
export function outputActions(
  surroundings: Surroundings,
  flush: () => Promise<void>,
): OutputActions & { cancel(): void } {
  let cancelled = false
  const visit = async (scope: OutputScope, take: (letter: CanonicalLetter) => void) => {
    cancelled = false
    await flush()
    const { letters } = surroundings.state.getState()
    const ids = scope === 'all' ? letters.map(({ id }) => id) : scope
    try {
      return await visitLetters(surroundings, ids, say('session.gathering'), () => cancelled, take)
    } finally {
      showProgress(surroundings, null)
    }
  }
  return {
    cancel() {
      cancelled = true
    },
    async exportForm(form, scope) {
      const letters: CanonicalLetter[] = []
      if (!(await visit(scope, (letter) => letters.push(letter)))) return false
      const { entities, editors, edition, translation } = surroundings.state.getState()
      const { version } = await surroundings.host.info()
      const content = { letters, entities, editors, terms: translation.terms }
      const result = exchangeFiles(form, content, {
        date: timeNow(),
        version,
        title: edition?.title || say('exportForms.untitled'),
      })
      if (!result.ok) {
        const isNothing = result.cause === 'nothing'
        const why = isNothing ? say(`exportForms.nothing.${form}`) : result.message
        notify(surroundings, 'bad', why)
        return false
      }
      const isWritten = await write(
        surroundings,
        result.files.map(({ name, text }) => fileOf(name, text)),
      )
      if (isWritten && result.without > 0)
        notify(surroundings, 'good', say('exportForms.without', { count: result.without }))
      return isWritten
    },
    async corrections(scope) {
      const found: LetterCorrections[] = []
      const isWhole = await visit(scope, (letter) => {
        const rows = correctionRows(letter).map((row) => ({
          ...row,
          around: surroundingsOf(letter, row),
        }))
        const title = letter.translation.records.header.title?.value || letter.id
        if (rows.length > 0) found.push({ letter: letter.id, title, rows })
      })
      return isWhole ? found : null
    },
    async measure() {
      const measured: LetterMeasures[] = []
      const isWhole = await visit('all', (letter) => measured.push(measureLetter(letter)))
      return isWhole ? collectMeasures(measured) : null
    },
    async saveText(name, text) {
      await write(surroundings, [fileOf(name, text)])
    },
  }
}

// Table programs take a file for UTF-8 only where a mark says so.
function fileOf(name: string, text: string): FileToWrite {
  const mark = name.endsWith('.csv') ? '\uFEFF' : ''
  return { name, bytes: new TextEncoder().encode(mark + text) }
}

async function write(surroundings: Surroundings, files: readonly FileToWrite[]): Promise<boolean> {
  const [only] = files
  const { host } = surroundings
  const written =
    files.length === 1 && only ? await host.saveFile(only) : await host.saveFiles(files)
  if (written.status === 'failed') notify(surroundings, 'bad', written.message)
  if (written.status !== 'written') return false
  const values = { count: written.files, where: written.where }
  notify(surroundings, 'good', say('session.exported', values))
  return true
}
