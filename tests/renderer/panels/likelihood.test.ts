// Tests of what the picker of likelihood words knows of the sentence at the caret.
import { expect, test } from 'vitest';
import { sentenceSays } from '../../../renderer/panels/likelihood.tsx';
import { LIKELIHOOD_SCALES } from '../../../shared/briefing/likelihood.ts';

const [icd, phia] = LIKELIHOOD_SCALES;
if (!icd || !phia) throw new RangeError('Two scales are shipped.');

test.each([
  ['We have high confidence that rain', icd, { likelihood: null, confidence: true }],
  ['Rain is very likely', icd, { likelihood: 'very likely', confidence: false }],
  ['Rain is highly likely', phia, { likelihood: 'highly likely', confidence: false }],
  ['The board met.', icd, { likelihood: null, confidence: false }],
  ['', phia, { likelihood: null, confidence: false }],
  ['Consumer confidence is low', icd, { likelihood: null, confidence: false }],
])('"%s"', (sentence, scale, says) => expect(sentenceSays(sentence, scale)).toEqual(says));
