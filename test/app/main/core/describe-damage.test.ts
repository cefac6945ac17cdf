import { expect, test } from 'vitest'
import { describeDamage } from '../../../../app/main/core/describe-damage.ts'
import { shellTexts } from '../../../../app/main/core/shell-texts.ts'

const folder = '/home/lind/.config/Epistula/mended/2026-11-29T01-20-30-400Z'
const mended = { leftOut: 2, copy: { folder, isWhole: true }, isMended: true }

test.each(['en', 'ru', 'de'])('%s says how much is missing and where the copy lies', (language) => {
  const texts = shellTexts(language)
  const detail = describeDamage([mended], texts, '/home/lind')
  expect(detail).toContain(': 2.')
  expect(detail).toContain('~/.config/Epistula/mended/2026-11-29T01-20-30-400Z')
  expect(detail).not.toContain(texts.copyNotWhole)
  const partly = { ...mended, copy: { folder, isWhole: false } }
  expect(describeDamage([partly], texts, '')).toContain(texts.copyNotWhole)
})
