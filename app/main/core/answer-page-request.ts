import { readFile } from 'node:fs/promises'
import { findPageFile } from '../../web/find-page-file.ts'
import { pageHeaders } from '../../web/page-headers.ts'
import { isOwnPage } from './url-policy.ts'

/** Answers a request for a file of the page from the folder it was built into; everything else is not found. */
export async function answerPageRequest(root: string, request: Request): Promise<Response> {
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (!isReading || !isOwnPage(request.url)) return notFound()
  const file = await findPageFile(root, new URL(request.url).pathname || '/')
  if (!file) return notFound()
  const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
  return new Response(body, { headers: pageHeaders(file) })
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: pageHeaders('not-found.txt') })
}
