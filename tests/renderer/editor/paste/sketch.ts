// sketch: pasted blocks as lines that read like the page, for comparing what came in with what was meant.
/** A document's JSON, as far as the sketch looks at it. */
export interface JsonNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly JsonNode[];
}

const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  strong: ['*', '*'],
  em: ['/', '/'],
  underline: ['_', '_'],
  strike: ['~', '~'],
  superscript: ['^', '^'],
  subscript: [',', ','],
  code: ['`', '`'],
};

function words(node: JsonNode): string {
  return (node.content ?? [])
    .map((child) => {
      if (child.type === 'hardBreak') return '|';
      if (child.type !== 'text') return `<${child.type}>`;
      let text = child.text ?? '';
      for (const mark of child.marks ?? []) {
        const sign = SIGNS[mark.type];
        if (mark.type === 'link') text = `[${text}](${String(mark.attrs?.['href'])})`;
        else if (sign) text = sign[0] + text + sign[1];
        else text = `{${mark.type} ${text}}`;
      }
      return text;
    })
    .join('')
    .replaceAll('\u00a0', '°');
}

function cell(node: JsonNode): string {
  const { colspan = 1, rowspan = 1, align } = node.attrs ?? {};
  const span = `${colspan === 1 ? '' : `c${String(colspan)}`}${rowspan === 1 ? '' : `r${String(rowspan)}`}`;
  const side = align ? `@${String(align)}` : '';
  const lines = (node.content ?? []).map(words).join(' ¶ ');
  return `${node.type === 'tableHeader' ? '#' : ''}${span}${side}${span || side ? ' ' : ''}${lines}`;
}

function lines(node: JsonNode, indent: string): string[] {
  const children = node.content ?? [];
  switch (node.type) {
    case 'heading':
      return [`${indent}h${String(node.attrs?.['level'])} ${words(node)}`];
    case 'bulletList':
    case 'orderedList': {
      const start = Number(node.attrs?.['order'] ?? 1);
      return children.flatMap((item, index) => {
        const marker = node.type === 'bulletList' ? '- ' : `${start + index}. `;
        const [first, ...rest] = item.content ?? [];
        return [
          `${indent}${marker}${first ? words(first) : ''}`,
          ...rest.flatMap((child) => lines(child, `${indent}  `)),
        ];
      });
    }
    case 'quotation':
      return children.map((line) => `${indent}${line.type === 'attribution' ? '> --' : '>'} ${words(line)}`.trimEnd());
    case 'table':
      return children.map((row) => `${indent}| ${(row.content ?? []).map(cell).join(' | ')}`);
    case 'image':
      return [`${indent}<image ${String(node.attrs?.['alt'])}>`];
    case 'paragraph':
      return [`${indent}p ${words(node)}`.trimEnd()];
    default:
      return [`${indent}<${node.type}> ${words(node)}`.trimEnd()];
  }
}

export function sketch(blocks: readonly JsonNode[]): string[] {
  return blocks.flatMap((block) => lines(block, ''));
}

/** All text of `node` in order, without space. */
export function lettersOf(node: JsonNode): string {
  const own = node.text ?? (node.content ?? []).map(lettersOf).join('');
  return own.replace(/[\s\u00a0]/gu, '');
}
