/** The scheme of the desktop's page. It is part of the origin that the library is stored under. */
export const PAGE_SCHEME = 'app'

/** The host of the desktop's page. It is part of the origin that the library is stored under. */
export const PAGE_HOST = 'epistula'

/** The one origin of the desktop edition; a page from anywhere else is not ours. */
export const PAGE_ORIGIN = 'app://epistula'

/** The folder below the system's place for application data that holds the library of the desktop edition. */
export const DATA_FOLDER_NAME = 'Epistula'

/** The one port of 127.0.0.1 that the browser edition is served on; it is part of the origin of its library. */
export const BROWSER_PORT = 27182

/** The one host of the browser edition; `localhost` is another origin and is sent here. */
export const BROWSER_HOST = '127.0.0.1'

/** The path at which a running browser edition says what it is. */
export const INSTANCE_PATH = '/epistula-instance.json'

/**
 * The content security policy of both editions, sent as a header with each file: scripts, workers and connections of
 * our own files only. WebAssembly may be compiled; styles may be set by scripts, as the editor does.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Permissions that the page may have; every other one is refused. */
export const GRANTED_PERMISSIONS: readonly string[] = [
  'persistent-storage',
  'clipboard-sanitized-write',
]

/** The folder of the safety copies in a person's documents: they are looked for there when a library is lost. */
export const COPIES_FOLDER_NAME = 'Epistula'

/** The folder of the safety copies below the data folder, for where the documents cannot be written. */
export const COPIES_BELOW_DATA = 'Safety copies'
