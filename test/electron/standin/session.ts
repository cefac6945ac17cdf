import { EventEmitter } from 'node:events'
import type { OnBeforeRequestListenerDetails, Session } from 'electron'
import { appOrigin, toWebAddress } from './addresses.ts'
import { cdp } from './browser-process.ts'
import { standinProtocol } from './protocol.ts'

type PermissionCheck = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type PermissionRequest = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type BeforeRequest = (
  details: Pick<OnBeforeRequestListenerDetails, 'url'>,
  callback: (response: { cancel?: boolean }) => void,
) => void

/** What the app set for its session, for the stand-in and for tests to ask. */
export const sessionHandlers: {
  check: PermissionCheck | null
  request: PermissionRequest | null
  device: (() => boolean) | null
  beforeRequest: BeforeRequest | null
} = { check: null, request: null, device: null, beforeRequest: null }

/** Electron's default session, as far as it is used. */
export const standinSession = Object.assign(new EventEmitter(), {
  setPermissionCheckHandler(handler: PermissionCheck | null) {
    sessionHandlers.check = handler
  },
  setPermissionRequestHandler(handler: PermissionRequest | null) {
    sessionHandlers.request = handler
  },
  setDevicePermissionHandler(handler: (() => boolean) | null) {
    sessionHandlers.device = handler
  },
  webRequest: {
    onBeforeRequest(handler: BeforeRequest | null) {
      sessionHandlers.beforeRequest = handler
    },
  },
  protocol: standinProtocol,
})

/** Whether the app lets a request go out; one that it does not answer waits, as in Electron. */
export function maySend(url: string): Promise<boolean> {
  const { beforeRequest } = sessionHandlers
  if (!beforeRequest) return Promise.resolve(true)
  return new Promise((resolve) => beforeRequest({ url }, ({ cancel }) => resolve(!cancel)))
}

// Electron's name of a permission, and Chromium's description of the same.
const permissions = [
  ['persistent-storage', { name: 'persistent-storage' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write', allowWithoutSanitization: false }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['geolocation', { name: 'geolocation' }],
  ['notifications', { name: 'notifications' }],
  ['midi', { name: 'midi' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['window-management', { name: 'window-management' }],
  ['local-fonts', { name: 'local-fonts' }],
] as const

/** Gives the browser the app's own answers for an origin: what its check refuses is refused there. */
export async function applyPermissions(url: string): Promise<void> {
  const { check } = sessionHandlers
  if (!check) return
  const origin = appOrigin(url)
  for (const [name, permission] of permissions) {
    const details = { isMainFrame: true, requestingUrl: url } as Parameters<PermissionCheck>[3]
    const setting = check(null, name, `${origin}/`, details) ? 'granted' : 'denied'
    await cdp().send('Browser.setPermission', { permission, setting, origin: toWebAddress(origin) })
  }
}
