/** Gives each distinct value a number in the order of appearance, and hands out what is new since it was last asked. */
export interface PlaceList<T> {
  place(value: T): number;
  takeNew(): readonly T[];
}

/** @param key the same for values that are to share a place */
export function placeList<T>(key: (value: T) => string): PlaceList<T> {
  const places = new Map<string, number>();
  let added: T[] = [];
  return {
    place: (value) => {
      const name = key(value);
      const known = places.get(name);
      if (known !== undefined) return known;
      places.set(name, places.size);
      added.push(value);
      return places.size - 1;
    },
    takeNew: () => {
      const taken = added;
      added = [];
      return taken;
    },
  };
}
