import { protocol } from 'electron'
import { PAGE_SCHEME } from '../golden.ts'
import { answerPageRequest } from './core/answer-page-request.ts'
import type { ShellModule } from './shell-context.ts'

/** Makes the page's scheme an origin like that of a web site; has to be called before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built page at its own origin. */
export const pageProtocol: ShellModule = {
  enable({ places }) {
    protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(places.page, request))
  },
}
