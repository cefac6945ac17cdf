import { isSystemFile } from '../zip/entry-name.ts'

const PAGE = /\.(html?|xhtml|mht|mhtml)$/i
const ATTACHED = /^(.*?)(?:[_.]files|-Dateien|_файлы|-filer|_archivos|_fichiers)\//i

/**
 * Tells which files of a batch nobody means to open: those that systems put beside files (`.DS_Store`), and the pictures and styles that a
 * browser saved beside a page (`page_files/` beside `page.html`). `names` are all names of the batch.
 */
export function findPassedOver(names: readonly string[]): ReadonlySet<string> {
  const pages = new Set(
    names.filter((name) => PAGE.test(name)).map((name) => name.replace(PAGE, '')),
  )
  return new Set(
    names.filter((name) => {
      const page = ATTACHED.exec(name)?.[1]
      return isSystemFile(name) || (page !== undefined && pages.has(page))
    }),
  )
}
