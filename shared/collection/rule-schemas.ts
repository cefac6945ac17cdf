import * as z from 'zod/mini'
import type { Rule, RuleSet } from '../import/rules/rule.ts'

const text = z.exactOptional(z.string())

const rule = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'sender',
    'recipient',
    'date',
    'time',
    'dispatch-number',
    'incoming-number',
    'secrecy',
    'copy',
    'address',
    'salutation',
    'point',
    'valediction',
    'signature',
    'postscript',
    'archive',
    'ibid',
    'document-reference',
    'heading',
  ]),
  pattern: z.string(),
  flags: z.enum(['u', 'iu']),
  group: z.exactOptional(z.union([z.number(), z.string()])),
  value: text,
  places: z.exactOptional(
    z.array(z.enum(['heading', 'archive', 'opener', 'body', 'closer', 'notes', 'any'])),
  ),
  needs: z.exactOptional(z.array(z.string())),
  window: z.exactOptional(z.enum(['head', 'tail'])),
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  examples: z.array(z.strictObject({ text: z.string(), found: z.string(), value: text })),
  counterexamples: z.array(z.string()),
  enabled: z.boolean(),
}) satisfies z.ZodMiniType<Rule>

/** A scholar's rules of recognition as they are stored; unknown kinds and keys are refused, as a newer program may have made them. */
export const ruleSetSchema = z.strictObject({
  rules: z.array(rule),
}) satisfies z.ZodMiniType<RuleSet>
