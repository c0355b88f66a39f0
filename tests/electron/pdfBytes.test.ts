// The information dictionary of a PDF: nothing of the clock and the machine is left, and no byte moves.
import { describe, expect, it } from 'vitest';
import { settlePdf } from '../../electron/pdfBytes.ts';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const NOW = '2031-03-10T09:05:07Z';

function pdf(title: string, creator = '(Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome/1)'): string {
  return (
    `%PDF-1.4\n1 0 obj\n<</Title ${title}\n/Creator ${creator}\n/Producer (Skia/PDF m1)\n` +
    `/CreationDate (D:20261124101307+00'00')\n/ModDate (D:20261124101307+00'00')>>\nendobj\n` +
    `2 0 obj\n<</CreationDate (D:20261124101307+00'00')>>\nendobj\n`
  );
}

const settled = (text: string): string => Buffer.from(settlePdf(latin(text), NOW)).toString('latin1');

describe('settlePdf', () => {
  it('sets both dates and the creator, and keeps every offset', () => {
    const before = pdf('(Harbour dues)');
    const after = settled(before);
    expect(after).toHaveLength(before.length);
    expect(after.match(/D:20310310090507\+00'00'/g)).toHaveLength(2);
    expect(after).toContain('/Creator (Chancery) ');
    expect(after.slice(0, after.indexOf('endobj'))).not.toContain('Linux');
    expect(after.slice(after.indexOf('endobj'))).toBe(before.slice(before.indexOf('endobj')));
    expect(after.indexOf('/Producer')).toBe(before.indexOf('/Producer'));
  });

  it('leaves the words of a title alone', () => {
    const title = "(/CreationDate \\(D:20261124101307+00'00'\\) /Creator \\(x\\))";
    expect(settled(pdf(title))).toContain(title);
  });

  it('leaves what has another form as it is', () => {
    const other = pdf('(x)', '(abc)').replaceAll("+00'00'", '+0000');
    expect(settled(other)).toBe(other);
    expect(settlePdf(new Uint8Array(), NOW)).toHaveLength(0);
    expect(settled('no dictionary')).toBe('no dictionary');
  });

  it('does not change the bytes it was given', () => {
    const bytes = latin(pdf('(x)'));
    const before = Buffer.from(bytes).toString('latin1');
    settlePdf(bytes, NOW);
    expect(Buffer.from(bytes).toString('latin1')).toBe(before);
  });
});
