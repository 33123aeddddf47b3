/** Values that occur again and again: each is kept once, and has a place in the order of its first appearance. */

export interface Interned<T> {
  /** The place of the value; the next one, where it is new. */
  place(value: T): number;
  /** By place. */
  readonly entries: readonly T[];
}

export function internedTexts(): Interned<string> {
  const places = new Map<string, number>();
  const texts: string[] = [];
  return {
    place: (text) => {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, texts.length);
      return texts.push(text) - 1;
    },
    entries: texts,
  };
}

/** Gives for each list of texts the first one like it, so that lists which say the same are one. */
export function sharedLists(): (list: readonly string[]) => readonly string[] {
  const lists = internedLists();
  return (list) => lists.entries[lists.place(list)] ?? list;
}

/** Lists of texts. Most hold one, which needs no key of its own. */
export function internedLists(): Interned<readonly string[]> {
  const texts = internedTexts();
  /** The place of the list of one text, by the text's. */
  const ofOne: number[] = [];
  /** The places of the texts make the key: whatever stands in a text, two lists never share one. */
  const ofMore = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const add = (list: readonly string[]) => lists.push(Object.freeze([...list])) - 1;
  return {
    place: (list) => {
      const [first] = list;
      if (first !== undefined && list.length === 1) {
        return (ofOne[texts.place(first)] ??= add(list));
      }
      let key = '';
      for (const text of list) key += `${texts.place(text)},`;
      const known = ofMore.get(key);
      if (known !== undefined) return known;
      ofMore.set(key, lists.length);
      return add(list);
    },
    entries: lists,
  };
}

interface Named {
  readonly arn: string;
  readonly type: string;
  readonly name: string;
}

/** Resources. The ARN is the key, and nearly always names one alone; it is the resource's own text, not a copy. */
export function internedResources(): Interned<Named> {
  const byArn = new Map<string, readonly number[] | number>();
  const resources: Named[] = [];
  return {
    place: (wanted) => {
      const bearing = byArn.get(wanted.arn);
      if (typeof bearing === 'number' && isSame(resources[bearing], wanted)) return bearing;
      const places = typeof bearing === 'number' ? [bearing] : (bearing ?? []);
      const known = places.find((place) => isSame(resources[place], wanted));
      if (known !== undefined) return known;
      const { arn, type, name } = wanted;
      const place = resources.push(Object.freeze({ arn, type, name })) - 1;
      byArn.set(arn, places.length === 0 ? place : [...places, place]);
      return place;
    },
    entries: resources,
  };
}

function isSame(known: Named | undefined, wanted: Named): boolean {
  return known?.arn === wanted.arn && known.type === wanted.type && known.name === wanted.name;
}
