// What must hold in every .docx that leaves the house (word.md, section 6 and pitfalls); each breach is a sentence.
import { readCharts } from './charts.ts';
import { child, descend, elements, textOf, value, type Element } from './xml.ts';
import type { Entry } from './zip.ts';

const PARTS: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/u,
  /^_rels\/\.rels$/u,
  /^docProps\/(?:core|app|custom)\.xml$/u,
  /^word\/(?:document|styles|numbering|settings|fontTable|footnotes|endnotes|comments|commentsExtended|commentsIds|commentsExtensible)\.xml$/u,
  /^word\/(?:header|footer)\d+\.xml$/u,
  /^word\/theme\/theme1\.xml$/u,
  /^word\/_rels\/[A-Za-z]+\d*\.xml\.rels$/u,
  /^word\/charts\/chart\d+\.xml$/u,
  /^word\/charts\/_rels\/chart\d+\.xml\.rels$/u,
  /^word\/embeddings\/chart\d+\.xlsx$/u,
  /^customXml\/(?:item\d+\.xml|itemProps\d+\.xml|_rels\/item\d+\.xml\.rels)$/u,
  /^word\/media\/[\w.-]+\.(?:png|jpeg|jpg|gif)$/u,
];
const RELATIONS =
  /\/(?:officeDocument|core-properties|extended-properties|custom-properties|styles|numbering|settings|fontTable|theme|footnotes|endnotes|header|footer|comments|commentsExtended|commentsIds|commentsExtensible|hyperlink|image|chart|package|customXml|customXmlProps)$/u;
const FIELDS =
  /^(?:PAGE|NUMPAGES|SEQ (?:Table|Figure|Chart) \\\* ARABIC|(?:REF|PAGEREF) _\w{1,39} \\h|TOC \\o "1-3" \\h \\z \\u)$/u;
/** In headers and footers also these, which a house style may bring. */
const MARGIN_FIELDS =
  /^(?:(?:PAGE|NUMPAGES|SECTIONPAGES|TITLE|SUBJECT|AUTHOR)(?: \\\* \w+)?|STYLEREF "[^"\\]+"|DATE(?: \\@ "[dMy .,/-]+")?)$/u;
const FORBIDDEN = new Set([
  'w:fldSimple',
  'w:altChunk',
  'w:object',
  'w:subDoc',
  'w:attachedTemplate',
  'w:mailMerge',
  'w:updateFields',
  'w:pict',
  'w:control',
  'w:background',
  'w:smartTag',
]);

type Parts = ReadonlyMap<string, Element>;

function sourceOf(name: string): string {
  const found = /^(.*)_rels\/([^/]*)\.rels$/u.exec(name);
  return found ? `${found[1] ?? ''}${found[2] ?? ''}` : '';
}

function checkParts(entries: readonly Entry[], xml: Parts, say: (text: string) => void): void {
  const types = xml.get('[Content_Types].xml');
  if (entries[0]?.name !== '[Content_Types].xml') say('The content types are not the first part.');
  const overrides = new Set(types ? elements(types, 'Override').map((one) => one.attrs['PartName'] ?? '') : []);
  const defaults = new Set(types ? elements(types, 'Default').map((one) => one.attrs['Extension'] ?? '') : []);
  for (const { name, attributes } of entries) {
    if (!PARTS.some((pattern) => pattern.test(name))) say(`The part ${name} is not on the list of parts.`);
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const typed =
      overrides.has(`/${name}`) ||
      (defaults.has(extension) && (extension !== 'xml' || /^customXml\/item\d+\.xml$/u.test(name)));
    if (name !== '[Content_Types].xml' && !typed) say(`The part ${name} has no content type.`);
    if (attributes === 0) say(`The part ${name} has no file attributes.`);
  }
  for (const one of overrides)
    if (!entries.some(({ name }) => `/${name}` === one)) say(`A content type for ${one}, which is not there.`);

  for (const [name, root] of xml) {
    if (!name.endsWith('.rels')) continue;
    const owner = sourceOf(name);
    const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
    const ids = new Set<string>();
    for (const { attrs } of elements(root)) {
      const [id, type, target] = [attrs['Id'] ?? '', attrs['Type'] ?? '', attrs['Target'] ?? ''];
      if (ids.has(id)) say(`The relationship ${id} of ${owner} stands twice.`);
      ids.add(id);
      if (!RELATIONS.test(type)) say(`The relationship type ${type} is not on the list.`);
      if (attrs['TargetMode'] === 'External') {
        if (!type.endsWith('/hyperlink')) say(`${owner} fetches ${target}.`);
        if (!/^(?:https?:\/\/[^\s"'<>\\]+|mailto:[^\s"'<>\\]+)$/u.test(target))
          say(`The link "${target}" may not leave.`);
      } else if (!entries.some((entry) => entry.name === new URL(target, `file:///${folder}`).pathname.slice(1))) {
        say(`${owner} refers to ${target}, which is not there.`);
      } else if (type.endsWith('/package') && !(owner.startsWith('word/charts/') && target.endsWith('.xlsx'))) {
        say(`${owner} embeds ${target}, which is no chart's workbook.`);
      }
    }
    const part = xml.get(owner);
    if (part) {
      for (const one of descend(part)) {
        const id = one.attrs['r:id'] ?? one.attrs['r:embed'];
        if (id !== undefined && !ids.has(id)) say(`${owner} uses the relationship ${id}, which is not there.`);
      }
    }
  }
}

/** Fields begin, part and end in order, each from the closed list, none dirty; a list of contents holds fields of its own. */
function checkFields(name: string, root: Element, bookmarks: ReadonlySet<string>, say: (text: string) => void): void {
  const open: { code: string; state: 'code' | 'result' }[] = [];
  for (const one of descend(root)) {
    if (FORBIDDEN.has(one.name)) say(`${name} holds ${one.name}.`);
    const field = open.at(-1);
    if (one.name === 'w:hyperlink' && one.attrs['w:anchor'] !== undefined && !bookmarks.has(one.attrs['w:anchor']))
      say(`${name} links to the bookmark ${one.attrs['w:anchor']}, which is not there.`);
    if (one.name === 'w:instrText' && field) field.code += textOf(one);
    if (one.name !== 'w:fldChar') continue;
    const type = one.attrs['w:fldCharType'];
    if (one.attrs['w:dirty'] !== undefined) say(`A field in ${name} is dirty.`);
    if (type === 'begin' && field?.state !== 'code') open.push({ code: '', state: 'code' });
    else if (type === 'separate' && field?.state === 'code') {
      const code = field.code.trim();
      const inMargin = /^word\/(?:header|footer)\d+\.xml$/u.test(name) && MARGIN_FIELDS.test(code);
      if (!FIELDS.test(code) && !inMargin) say(`The field "${field.code}" in ${name} is not on the list.`);
      const target = /^(?:REF|PAGEREF) (\S+)/u.exec(code)?.[1];
      if (target !== undefined && !bookmarks.has(target))
        say(`${name} refers to the bookmark ${target}, which is not there.`);
      field.state = 'result';
    } else if (type === 'end' && field?.state === 'result') open.pop();
    else say(`A field in ${name} is out of order.`);
  }
  if (open.length > 0) say(`A field in ${name} does not end.`);
}

function checkStyles(xml: Parts, say: (text: string) => void): void {
  const styles = xml.get('word/styles.xml');
  const defined = new Set<string>();
  const names = new Set<string>();
  for (const one of styles ? elements(styles, 'w:style') : []) {
    const id = one.attrs['w:styleId'] ?? '';
    const name = value(child(one, 'w:name')) ?? '';
    if (defined.has(id) || names.has(name)) say(`The style ${id} is defined twice.`);
    defined.add(id);
    names.add(name);
  }
  const numbers = new Set(
    elements(xml.get('word/numbering.xml') ?? { name: '', attrs: {}, children: [] }, 'w:num').map(
      (one) => one.attrs['w:numId'] ?? '',
    ),
  );
  for (const [name, root] of xml) {
    for (const one of descend(root)) {
      if (/^w:(?:pStyle|rStyle|tblStyle|basedOn|next|link)$/u.test(one.name) && !defined.has(value(one) ?? '')) {
        say(`${name} uses the style ${value(one) ?? ''}, which is not defined.`);
      }
      // 0 is no list (ISO/IEC 29500-1, 17.9.18).
      if (one.name === 'w:numId' && value(one) !== '0' && !numbers.has(value(one) ?? ''))
        say(`${name} uses the list ${value(one) ?? ''}, which is not defined.`);
    }
  }
}

function checkComments(xml: Parts, body: Element, say: (text: string) => void): void {
  const marks = new Map<string, string[]>();
  for (const one of descend(body)) {
    const kind = /^w:comment(RangeStart|RangeEnd|Reference)$/u.exec(one.name)?.[1];
    const id = one.attrs['w:id'] ?? '';
    if (kind) marks.set(id, [...(marks.get(id) ?? []), kind]);
  }
  const root = xml.get('word/comments.xml');
  const list = root ? elements(root, 'w:comment') : [];
  const paragraphs = new Set<string>();
  const ids = new Set<string>();
  for (const one of list) {
    const id = one.attrs['w:id'] ?? '';
    if (ids.has(id)) say(`Comment ${id} stands twice.`);
    ids.add(id);
    if ((marks.get(id) ?? []).join(' ') !== 'RangeStart RangeEnd Reference')
      say(`Comment ${id} has no whole range: ${(marks.get(id) ?? []).join(' ')}.`);
    if (!one.attrs['w:author'] || !one.attrs['w:initials']) say(`Comment ${id} has no author or initials.`);
    const paraId = elements(one, 'w:p').at(-1)?.attrs['w14:paraId'] ?? '';
    const number = parseInt(paraId, 16);
    if (!/^[0-9A-F]{8}$/u.test(paraId) || number < 1 || number >= 0x80000000)
      say(`Comment ${id} has the paraId "${paraId}".`);
    if (paragraphs.has(paraId)) say(`The paraId ${paraId} stands twice.`);
    paragraphs.add(paraId);
  }
  // LibreOffice 7.4 mixes comments up with footnotes of the same id.
  const notes = elements(xml.get('word/footnotes.xml') ?? body, 'w:footnote').map((one) => one.attrs['w:id'] ?? '');
  for (const id of notes) if (ids.has(id)) say(`Comment ${id} has the id of a footnote.`);
  for (const id of marks.keys()) if (!ids.has(id)) say(`The text refers to comment ${id}, which is not there.`);

  const threads = elements(xml.get('word/commentsExtended.xml') ?? { name: '', attrs: {}, children: [] });
  const roots = new Set(
    threads.filter((one) => one.attrs['w15:paraIdParent'] === undefined).map((one) => one.attrs['w15:paraId'] ?? ''),
  );
  if (threads.map((one) => one.attrs['w15:paraId']).join() !== [...paragraphs].join())
    say('commentsExtended does not list the comments.');
  for (const { attrs } of threads) {
    const parent = attrs['w15:paraIdParent'];
    if (parent !== undefined && !roots.has(parent)) say(`A reply answers ${parent}, which is no first comment.`);
  }
  const durable = elements(xml.get('word/commentsIds.xml') ?? { name: '', attrs: {}, children: [] });
  const dated = elements(xml.get('word/commentsExtensible.xml') ?? { name: '', attrs: {}, children: [] });
  const keys = durable.map((one) => one.attrs['w16cid:durableId'] ?? '');
  if (durable.map((one) => one.attrs['w16cid:paraId']).join() !== [...paragraphs].join())
    say('commentsIds does not list the comments.');
  if (dated.map((one) => one.attrs['w16cex:durableId']).join() !== keys.join() || new Set(keys).size !== keys.length) {
    say('commentsExtensible does not list the comments.');
  }
}

function bookmarkNames(body: Element): string[] {
  return [...descend(body)].filter((one) => one.name === 'w:bookmarkStart').map((one) => one.attrs['w:name'] ?? '');
}

function checkBody(xml: Parts, body: Element, say: (text: string) => void): void {
  for (const kind of ['footnote', 'endnote']) {
    const references = [...descend(body)]
      .filter((one) => one.name === `w:${kind}Reference`)
      .map((one) => one.attrs['w:id'] ?? '');
    const notes = elements(xml.get(`word/${kind}s.xml`) ?? body, `w:${kind}`)
      .filter((one) => one.attrs['w:type'] === undefined)
      .map((one) => one.attrs['w:id'] ?? '');
    const expected = references.map((_, index) => String(index + 1)).join();
    if (references.join() !== expected || notes.join() !== expected)
      say(`${kind === 'footnote' ? 'Footnotes' : 'Endnotes'} ${notes.join()} for references ${references.join()}.`);
  }
  for (const one of descend(body)) {
    if (one.name === 'wp:docPr' && !one.attrs['descr']) say('A drawing has no description.');
  }

  const page = elements(body, 'w:sectPr').at(-1);
  const measure = (name: string, key: string): number => Number(child(page, name)?.attrs[key] ?? NaN);
  const width = measure('w:pgSz', 'w:w') - measure('w:pgMar', 'w:left') - measure('w:pgMar', 'w:right');
  let before = '';
  for (const block of elements(body)) {
    if (block.name === 'w:tbl' && before === 'w:tbl') say('Two tables stand in a row.');
    before = block.name;
  }
  for (const table of [...descend(body)].filter((one) => one.name === 'w:tbl')) {
    const columns = elements(child(table, 'w:tblGrid') ?? table, 'w:gridCol');
    const sum = columns.reduce((total, one) => total + Number(one.attrs['w:w']), 0);
    if (sum !== width) say(`A table grid of ${sum} on a line of ${width}.`);
    const rows = elements(table, 'w:tr');
    if (rows.length === 0) say('A table without rows.');
    for (const row of rows) {
      const cells = elements(row, 'w:tc');
      const spans = cells.reduce((total, one) => total + Number(value(child(one, 'w:tcPr', 'w:gridSpan')) ?? 1), 0);
      if (spans !== columns.length) say(`A row of ${spans} cells in a table of ${columns.length} columns.`);
      if (cells.some((one) => elements(one).at(-1)?.name !== 'w:p')) say('A cell does not end in a paragraph.');
    }
  }
  const names = bookmarkNames(body);
  if (new Set(names).size !== names.length) say('Two bookmarks of the same name.');
  if (names.some((one) => !/^_\w{1,39}$/u.test(one))) say(`The bookmarks ${names.join()} are not all legal.`);
}

export function checkPackage(entries: readonly Entry[], xml: Parts): string[] {
  const problems: string[] = [];
  const say = (text: string): void => void problems.push(text);
  checkParts(entries, xml, say);
  const body = child(xml.get('word/document.xml'), 'w:body');
  const bookmarks = new Set(body ? bookmarkNames(body) : []);
  for (const [name, root] of xml) checkFields(name, root, bookmarks, say);
  checkStyles(xml, say);
  if (body) {
    checkComments(xml, body, say);
    checkBody(xml, body, say);
    readCharts(entries, xml, say);
  }
  return problems;
}
