// The properties of a sent file that an export sets, as they are now.
import type { Package } from '../../ooxml/package.ts';
import { child } from '../../ooxml/xml.ts';

export interface SentProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Where an export puts the banner. */
  readonly keywords: string;
}

/** Each '' where the file says nothing: a file without properties is as good as one with them. */
export function readProperties(pack: Package): SentProperties {
  const part = pack.relations('').find(({ type }) => type === 'core-properties')?.target;
  const root = part ? pack.xml(part) : null;
  const text = (name: string): string => (root?.ok ? (child(root.value, name)?.text ?? '').trim() : '');
  return {
    title: text('dc:title'),
    subject: text('dc:subject'),
    author: text('dc:creator'),
    keywords: text('cp:keywords'),
  };
}
