// docProps/: what the file says about itself, from the list of what may leave (safety.md) and nothing else.
import type { Plan } from '../plan.ts';
import { escapeXml, XML_HEAD } from './xml.ts';

const CORE = [
  ['cp', 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
] as const;

/** Title, subject, author, banner as keyword, language, and both dates equal to `now`, an ISO 8601 instant in UTC. */
export function coreXml(plan: Plan, now: string): string {
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${now}</dcterms:${name}>`;
  const element = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`);
  return (
    `${XML_HEAD}<cp:coreProperties${CORE.map(([prefix, name]) => ` xmlns:${prefix}="${name}"`).join('')}>` +
    element('dc:title', plan.title) +
    element('dc:subject', plan.subject) +
    element('dc:creator', plan.author) +
    element('cp:keywords', plan.banner?.text ?? '') +
    element('cp:lastModifiedBy', plan.author) +
    element('cp:revision', '1') +
    date('created') +
    date('modified') +
    element('dc:language', plan.language) +
    '</cp:coreProperties>'
  );
}

/** docProps/app.xml: there, because some readers miss it, and empty. */
export function appXml(): string {
  return `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;
}
