import { session } from 'electron'
import { GRANTED_PERMISSIONS, PAGE_ORIGIN } from '../golden.ts'
import { isAllowedRequest, isOwnPage } from './core/url-policy.ts'
import type { ShellModule } from './shell-context.ts'

/** Refuses each permission but the few granted ones, each device, and each request that would leave the computer. */
export const sessionSecurity: ShellModule = {
  enable() {
    const ownSession = session.defaultSession
    ownSession.setPermissionRequestHandler((contents, permission, answer) => {
      answer(GRANTED_PERMISSIONS.includes(permission) && isOwnPage(contents.getURL()))
    })
    ownSession.setPermissionCheckHandler((_contents, permission, origin) => {
      // Chromium gives the origin with a closing slash here.
      return GRANTED_PERMISSIONS.includes(permission) && origin.replace(/\/$/, '') === PAGE_ORIGIN
    })
    ownSession.setDevicePermissionHandler(() => false)
    ownSession.webRequest.onBeforeRequest((details, answer) => {
      answer({ cancel: !isAllowedRequest(details.url) })
    })
  },
}
