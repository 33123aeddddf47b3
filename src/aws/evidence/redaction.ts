/**
 * Takes secrets and personal data out of answers, before a collector or the evidence sees them. A path names a member
 * below an answer, with `[]` behind a list: `DBInstances[].PendingModifiedValues.MasterUserPassword`. A law holds every
 * operation against what the SDK's own schema marks as sensitive.
 */

type Edit = (holder: object, name: string) => void;

/** Leaves the members out. Only those that no collector reads. */
export function withoutMembers(...paths: readonly string[]) {
  return <O extends object>(answer: O): O =>
    edited(answer, paths, (holder, name) => {
      Reflect.deleteProperty(holder, name);
    });
}

/** Puts `on file` in place of each text, where it is enough to know that it is there. */
export function veiledMembers(...paths: readonly string[]) {
  return <O extends object>(answer: O): O =>
    edited(answer, paths, (holder, name) => {
      const value: unknown = Reflect.get(holder, name);
      if (typeof value === 'string' && value.trim() !== '') Reflect.set(holder, name, 'on file');
    });
}

/**
 * Puts in place of each text what `rewrite` makes of it.
 *
 * @param rewrite is handed the text, and what holds it: the name of a variable may stand beside its value
 */
export function rewrittenMembers(path: string, rewrite: (text: string, holder: object) => string) {
  return <O extends object>(answer: O): O =>
    edited(answer, [path], (holder, name) => {
      const value: unknown = Reflect.get(holder, name);
      if (typeof value === 'string') Reflect.set(holder, name, rewrite(value, holder));
    });
}

/** A copy of the answer with an edit of each member that a path leads to. `*` stands for every member. */
function edited<O extends object>(answer: O, paths: readonly string[], edit: Edit): O {
  const copy = structuredClone(answer);
  for (const path of paths) follow(copy, path.split('.'), edit);
  return copy;
}

function follow(from: unknown, [step = '', ...rest]: readonly string[], edit: Edit): void {
  if (typeof from !== 'object' || from === null) return;
  for (const name of step === '*' ? Object.keys(from) : [step.replace('[]', '')]) {
    const value: unknown = Reflect.get(from, name);
    if (rest.length === 0) edit(from, name);
    else for (const each of Array.isArray(value) ? value : [value]) follow(each, rest, edit);
  }
}
