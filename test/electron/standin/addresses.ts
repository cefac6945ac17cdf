// Chromium refuses schemes it does not know: `app://host/x` is really `http://host.app.localhost/x`, a constant origin
// that browsers trust like https, answered by a server of the stand-in.
const schemes = new Set<string>()

/** The schemes that the app registered as standard ones. */
export const registeredSchemes: ReadonlySet<string> = schemes

/** Adds a scheme whose addresses are to be served by the app. */
export function addScheme(scheme: string): void {
  schemes.add(scheme)
}

/** The address that Chromium is given for one of the app's. */
export function toWebAddress(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i, (all, scheme: string, host: string) =>
    schemes.has(scheme) ? `http://${host}.${scheme}.localhost` : all,
  )
}

/** The address that the app is told for one of Chromium's. */
export function toAppAddress(url: string): string {
  const web = /^http:\/\/([^/?#]+)\.([a-z0-9+-]+)\.localhost(:\d+)?(?=[/?#]|$)/i
  return url.replace(web, (all, host: string, scheme: string) =>
    schemes.has(scheme) ? `${scheme}://${host}` : all,
  )
}

/** The origin of an address of the app, such as `app://epistula`; empty where it has none. */
export function appOrigin(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(url)?.[0] ?? ''
}
