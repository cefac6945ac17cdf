// Set by the build: the files of the page, relative to it, and a hash of them all.
declare const PAGE_FILES: readonly string[]
declare const PAGE_VERSION: string

/** The part of a service worker's scope that is used here; the DOM's types describe a window instead. */
interface WorkerScope {
  readonly location: { readonly origin: string }
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: PageFetch) => void): void
}

interface LifeEvent {
  waitUntil(work: Promise<unknown>): void
}

interface PageFetch {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

const worker = self as unknown as WorkerScope
const prefix = 'epistula-page-'
const cacheName = prefix + PAGE_VERSION

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()))
worker.addEventListener('activate', (event) => event.waitUntil(dropOldFiles()))
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method === 'GET' && url.origin === worker.location.origin) {
    event.respondWith(answer(event.request, url))
  }
})

async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(PAGE_FILES.map((file) => new Request(file, { cache: 'reload' })))
}

async function dropOldFiles(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

// Built files carry a hash in their names and never change; everything else is asked for first, so that a new version
// is seen at the next load, and kept files serve when the server has been ended.
async function answer(request: Request, url: URL): Promise<Response> {
  const key = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname
  if (url.pathname.includes('/assets/')) return (await caches.match(key)) ?? fetch(request)
  try {
    return await fetch(request)
  } catch (cause) {
    const kept = await caches.match(key)
    if (kept) return kept
    throw cause
  }
}
