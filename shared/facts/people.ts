// people: the persons of one article, by full name, surname and first name, with the role each is given.
import { FEMALE_HONORIFICS, FEMALE_ROLES, MALE_HONORIFICS, MALE_ROLES } from './lexicon/roles.ts';
import { NAME_PARTICLES, NAME_SUFFIXES } from './lexicon/organisations.ts';

export type Gender = 'm' | 'f' | null;

export interface Person {
  /** The fullest form so far. */
  name: string;
  role: string | null;
  gender: Gender;
}

/** The surname of a full name: its last word, suffixes aside. */
export function surnameOf(name: string): string {
  const words = name.split(/[\s\u00a0]+/u).filter((word) => !NAME_SUFFIXES.has(word));
  return words.at(-1) ?? name;
}

function withoutInitials(name: string): string[] {
  const words = name.split(/[\s\u00a0]+/u).filter((word) => !NAME_SUFFIXES.has(word));
  return words.filter((word, index) => index === 0 || index === words.length - 1 || !/^\p{Lu}\.?$/u.test(word));
}

export function genderOf(role: string | null, honorific: string | null): Gender {
  if (honorific !== null) {
    const address = honorific.toLowerCase();
    if (MALE_HONORIFICS.has(address)) return 'm';
    if (FEMALE_HONORIFICS.has(address)) return 'f';
  }
  for (const word of (role ?? '').toLowerCase().split(/\s+/u)) {
    if (MALE_ROLES.has(word)) return 'm';
    if (FEMALE_ROLES.has(word)) return 'f';
  }
  return null;
}

/** First collects, then answers: `find` may be asked once `settle` has been called. */
export class People {
  readonly #full = new Map<string, Person>();
  readonly #bySurname = new Map<string, Person[]>();
  readonly #byFirst = new Map<string, Person[]>();
  readonly #shorts: { readonly name: string; readonly role: string | null; readonly honorific: string | null }[] = [];

  /** A name of two words or more. */
  add(name: string, role: string | null, honorific: string | null): void {
    const key = withoutInitials(name).join(' ');
    const surname = surnameOf(name);
    let person = this.#full.get(key) ?? this.#sameAs(name, surname);
    if (!person) {
      person = { name, role, gender: null };
      push(this.#bySurname, surname, person);
      push(this.#byFirst, firstOf(name), person);
    }
    this.#full.set(key, person);
    this.#full.set(name, person);
    if (name.length > person.name.length) person.name = name;
    person.role ??= role;
    person.gender ??= genderOf(role, honorific);
  }

  /** "Mr. Y" or "Minister Y": a surname that may be explained before or after. */
  addShort(name: string, role: string | null, honorific: string | null): void {
    this.#shorts.push({ name, role, honorific });
  }

  /** Gives the short forms to the persons whose surname they are; the rest become persons known by one word. */
  settle(): void {
    for (const { name, role, honorific } of this.#shorts) {
      const person = this.find(name, role, honorific);
      if (person) {
        person.role ??= role;
        person.gender ??= genderOf(role, honorific);
        continue;
      }
      const alone: Person = { name, role, gender: genderOf(role, honorific) };
      this.#full.set(name, alone);
      push(this.#bySurname, surnameOf(name), alone);
    }
    this.#shorts.length = 0;
  }

  /** The person whom a form of name means; null when the article knows none. Of namesakes the one with the role. */
  find(name: string, role: string | null, honorific: string | null): Person | null {
    const whole = this.#full.get(name) ?? this.#full.get(withoutInitials(name).join(' '));
    if (whole) return whole;
    if (/[\s\u00a0]/u.test(name) && !NAME_PARTICLES.has(name.split(/\s/u)[0]?.toLowerCase() ?? '')) return null;
    const namesakes = this.#bySurname.get(surnameOf(name)) ?? this.#byFirst.get(name);
    if (!namesakes) return null;
    if (namesakes.length === 1) return namesakes[0] ?? null;
    const gender = genderOf(role, honorific);
    return (
      namesakes.find((person) => role !== null && person.role?.toLowerCase() === role.toLowerCase()) ??
      namesakes.find((person) => gender !== null && person.gender === gender) ??
      namesakes[0] ??
      null
    );
  }

  /** "Ann M. Bo" and "Ann Bo" are one; "Ann Bo" and "Ida Bo" are two. */
  #sameAs(name: string, surname: string): Person | null {
    const first = firstOf(name);
    return this.#bySurname.get(surname)?.find((person) => firstOf(person.name) === first) ?? null;
  }
}

function firstOf(name: string): string {
  return name.split(/[\s\u00a0]/u, 1)[0] ?? name;
}

function push(map: Map<string, Person[]>, key: string, person: Person): void {
  const list = map.get(key);
  if (list) list.push(person);
  else map.set(key, [person]);
}
