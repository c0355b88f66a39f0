// What the export sheet shows of a house style: what is kept, what is left out, and a row for each style.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StyleRows, StyleWords } from '../../../renderer/panels/styleChoice.tsx';
import { describeHouseStyle } from '../../../shared/export/houseStyle.ts';
import { houseFile } from '../../export/house/houseFiles.ts';

const described = describeHouseStyle(houseFile());
if (!described.ok) throw new Error(described.error.text);
const preview = described.value.value;

describe('the house style in the export sheet', () => {
  it('says in sentences what is kept, what is left out, and how many styles are added', () => {
    const shown = renderToStaticMarkup(<StyleWords style={{ preview, told: ['A shape was left out.'] }} />);
    expect(shown).toContain('Letter, landscape');
    expect(shown).toContain('<span>A shape was left out.</span>');
    expect(shown).toContain(`of the ${preview.styles.length} styles of a briefing`);
  });

  it('has a row for each style of a briefing, with what it becomes', () => {
    const shown = renderToStaticMarkup(<StyleRows preview={preview} open />);
    const rows = shown.split('<tr>').slice(2);
    expect(rows).toHaveLength(preview.styles.length);
    const row = (name: string) => rows.find((one) => one.includes(`<td>${name}</td>`));
    expect(row('Heading 1')).toContain('<td class="">Heading 1</td>');
    expect(row('Heading 3')).toContain('<td class="added">Added, based on Heading 2</td>');
    expect(shown).toContain('<details class="style-map" open="">');
    expect(renderToStaticMarkup(<StyleRows preview={preview} open={false} />)).not.toContain('open');
  });
});
