import { expect, test } from 'vitest'
import { browserCommand } from '../../../app/launch/open-in-browser.ts'

const url = 'http://127.0.0.1:27182/'

test.each([
  ['linux', { DISPLAY: ':0' }, ['xdg-open', url]],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', url]],
  ['linux', {}, null],
  ['darwin', {}, ['open', url]],
  ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', url]],
])('on %s with %j', (platform, environment, command) => {
  expect(browserCommand(url, platform, environment)).toEqual(command)
})
