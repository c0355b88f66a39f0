// coreference: whom a speaker's mention means, by name, title or pronoun, and how sure that is.
import { FEMALE_ROLES, MALE_ROLES, ROLE_HEADS } from './lexicon/roles.ts';
import { genderOf, type Gender } from './people.ts';
import type { NameMention, Speaker } from './fact.ts';
import type { OuterSentence } from './clauses.ts';
import type { Mention } from './speakers.ts';
import type { Word } from './words.ts';

interface Known {
  readonly name: string;
  readonly role: string | null;
  gender: Gender;
}

/** Reads the article forward: every name met and every speaker found is remembered for the pronouns and titles behind. */
export class Discourse {
  readonly #text: string;
  readonly #people = new Map<string, Known>();
  readonly #byHead = new Map<string, Known[]>();
  /** The person last made the subject of speech, and the paragraph. */
  #speaker: Known | null = null;
  #speakerParagraph = -10;
  /** Persons named last, the latest at the end; at most a few. */
  #recent: Known[] = [];
  /** The first person named in the sentence before, its paragraph, and whether it named no other. */
  #subject: { known: Known; paragraph: number; alone: boolean } | null = null;

  constructor(text: string, names: readonly NameMention[]) {
    this.#text = text;
    for (const mention of names) {
      if (mention.nameKind !== 'person') continue;
      const known = this.#people.get(mention.name);
      if (!known) {
        const gender = genderOf(mention.role, this.#honorificBefore(mention));
        this.#people.set(mention.name, { name: mention.name, role: mention.role, gender });
      } else known.gender ??= genderOf(null, this.#honorificBefore(mention));
    }
    for (const known of this.#people.values()) {
      for (const head of headsOf(known.role)) {
        const list = this.#byHead.get(head);
        if (list) list.push(known);
        else this.#byHead.set(head, [known]);
      }
    }
  }

  #honorificBefore(mention: NameMention): string | null {
    const before = this.#text.slice(Math.max(0, mention.start - 8), mention.start);
    return before.trim().split(/\s/u).at(-1) ?? null;
  }

  /** Remembers the persons named in a sentence, once it is done with. */
  pass(sentence: OuterSentence): void {
    let before: NameMention | null = null;
    let first: Known | null = null;
    let alone = true;
    for (const mention of sentence.names) {
      if (mention && mention !== before && mention.nameKind === 'person') {
        const known = this.#remember(mention.name);
        alone &&= first === null || known === first;
        first ??= known;
      }
      before = mention;
    }
    if (first) this.#subject = { known: first, paragraph: sentence.paragraph, alone };
    else if (this.#subject && this.#subject.paragraph !== sentence.paragraph) this.#subject = null;
  }

  #remember(name: string): Known | null {
    const known = this.#people.get(name) ?? null;
    if (!known) return null;
    this.#recent = this.#recent.filter((one) => one !== known);
    this.#recent.push(known);
    if (this.#recent.length > 6) this.#recent.shift();
    return known;
  }

  /** Who is meant by `mention`. `resolved` is false where the article leaves a choice; `name` is then the likeliest, or null. */
  speaker(mention: Mention): Speaker {
    const { pieces, paragraph } = mention.sentence;
    const start = (pieces[mention.from] as Word).start;
    const last = pieces[mention.to - 1] as Word;
    const text = this.#text.slice(start, last.end);
    const { known, sure } = this.#whom(mention, text);
    if (known) {
      this.#speaker = known;
      this.#speakerParagraph = paragraph;
      return { start, end: last.end, text, name: known.name, role: known.role, resolved: sure };
    }
    const name = mention.name;
    if (name) return { start, end: last.end, text, name: name.name, role: name.role, resolved: true };
    this.#speaker = null;
    return { start, end: last.end, text, name: null, role: null, resolved: false };
  }

  #whom(mention: Mention, text: string): { known: Known | null; sure: boolean } {
    if (mention.name?.nameKind === 'person') {
      return { known: this.#people.get(mention.name.name) ?? null, sure: true };
    }
    if (mention.name) return { known: null, sure: true };
    const { pieces } = mention.sentence;
    const first = pieces[mention.from] as Word;
    if (mention.to - mention.from === 1) {
      if (first.lower === 'he' || first.lower === 'she')
        return this.#byPronoun(mention, first.lower === 'he' ? 'm' : 'f');
      if (first.lower === 'who') return this.#antecedent(mention);
    }
    return this.#byTitle(text);
  }

  #byPronoun(mention: Mention, gender: 'm' | 'f'): { known: Known | null; sure: boolean } {
    const fits = (known: Known): boolean => known.gender === null || known.gender === gender;
    const recent = this.#speakerParagraph >= mention.sentence.paragraph - 2;
    const within = this.#inSentence(mention).filter(fits);
    const { paragraph } = mention.sentence;
    const subject = this.#subject?.paragraph === paragraph && fits(this.#subject.known) ? this.#subject : null;
    // The subject of the sentence before in this paragraph, when nobody has been quoted since.
    if (subject && within.length === 0 && (this.#speakerParagraph !== paragraph || subject.known === this.#speaker)) {
      return { known: subject.known, sure: subject.alone || subject.known === this.#speaker };
    }
    if (this.#speaker && recent && fits(this.#speaker)) {
      const rivals = [...this.#recent.slice(-2), ...within].filter((known) => known !== this.#speaker && fits(known));
      const own = within.at(-1);
      // A person named after the speaker, before the pronoun, in the same sentence, takes it over.
      if (own && own !== this.#speaker && within.length === 1) return { known: own, sure: false };
      return {
        known: this.#speaker,
        sure:
          rivals.every((known) => known.gender !== null && known.gender !== gender) ||
          rivals.length === 0 ||
          this.#speakerParagraph === mention.sentence.paragraph,
      };
    }
    const candidates = [...new Set([...this.#recent.filter(fits), ...within])];
    const before =
      this.#subject && this.#subject.paragraph >= paragraph - 1 && fits(this.#subject.known) ? this.#subject : null;
    if (before && within.length === 0) return { known: before.known, sure: before.alone };
    const latest = within.at(0) ?? candidates.at(-1) ?? null;
    return { known: latest, sure: latest !== null && candidates.length === 1 };
  }

  /** Persons named in the mention's own sentence, before it. */
  #inSentence(mention: Mention): Known[] {
    const found: Known[] = [];
    for (let i = 0; i < mention.from; i++) {
      const name = mention.sentence.names[i];
      if (name?.nameKind !== 'person') continue;
      const known = this.#people.get(name.name);
      if (known && found.at(-1) !== known) found.push(known);
    }
    return found;
  }

  /** "X Y, the minister, who": the last person named before. */
  #antecedent(mention: Mention): { known: Known | null; sure: boolean } {
    const known = this.#inSentence(mention).at(-1) ?? null;
    return { known, sure: known !== null };
  }

  #byTitle(text: string): { known: Known | null; sure: boolean } {
    const words = text.toLowerCase().split(/\s+/u);
    if (!['the', 'this', 'that'].includes(words[0] ?? '')) return { known: null, sure: false };
    const head = words.at(-1) ?? '';
    if (!ROLE_HEADS.has(head)) return { known: null, sure: false };
    const gender = MALE_ROLES.has(head) ? 'm' : FEMALE_ROLES.has(head) ? 'f' : null;
    const holders = (this.#byHead.get(head) ?? []).filter(
      (known) => !gender || !known.gender || known.gender === gender,
    );
    const rest = words.slice(1, -1);
    const exact = holders.filter((known) => rest.every((word) => known.role?.toLowerCase().includes(word)));
    if (exact.length === 1) return { known: exact[0] ?? null, sure: true };
    if (exact.length > 1) {
      const latest = [...this.#recent].reverse().find((known) => exact.includes(known));
      return { known: latest ?? null, sure: false };
    }
    return { known: null, sure: false };
  }
}

function headsOf(role: string | null): string[] {
  return (role ?? '')
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((word) => ROLE_HEADS.has(word));
}
