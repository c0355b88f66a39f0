// Prints the SHA-256 of the full briefing's export; run by a test in another process, time zone and language.
import { createHash } from 'node:crypto';
import { toDocx } from '../../shared/export/docx.ts';
import { fullBriefing } from './briefings.ts';

const { value } = await toDocx(fullBriefing(), { now: process.argv[2] ?? '', copy: 'annotated' });
console.log(createHash('sha256').update(value.bytes).digest('hex'));
