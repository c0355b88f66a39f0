// How fast facts are read: megabytes a second of whole `facts` and of figures alone, and the growth with the text.
import { readFileSync } from 'node:fs';
import { articleFromText } from '../../shared/article/articleFromText.ts';
import { extractFacts } from '../../shared/facts/extractFacts.ts';
import { findFigures } from '../../shared/facts/figures.ts';
import { readArticle } from '../../shared/facts/reading.ts';

/** Without a file: the bundled sample, repeated. The names in it repeat too, which favours nobody: they are looked up. */
const file = process.argv[2] ?? 'build/sample/harbour-trade.txt';
const sample = readFileSync(file, 'utf8');

function textOf(bytes: number): string {
  return sample.repeat(Math.ceil(bytes / sample.length)).slice(0, bytes);
}

/** Median of the seconds of `runs` runs after one to warm up. */
function seconds(work: () => unknown, runs = 5): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return (performance.now() - from) / 1000;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] as number;
}

const KB = 1024;
console.log('size        facts MB/s   figures alone MB/s');
let small = 0;
for (const size of [16 * KB, 256 * KB, 1024 * KB]) {
  const text = textOf(size);
  const article = articleFromText(text, { id: 'bench' });
  const whole = seconds(() => extractFacts(article, { today: '2025-06-01' }));
  const figures = seconds(() => findFigures(readArticle(article, '2025-06-01')));
  const rate = (time: number): string => (size / KB / KB / time).toFixed(2);
  console.log(`${String(size / KB).padStart(5)} KB ${rate(whole).padStart(12)} ${rate(figures).padStart(15)}`);
  if (size === 256 * KB) small = whole;
  if (size === 1024 * KB) console.log(`time(1 MB) / time(256 KB) = ${(whole / small).toFixed(2)} (4 is linear)`);
}
