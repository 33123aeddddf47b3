/**
 * A lint rule: a promise is awaited where it is started, or all at once. Of two that were started and are awaited one
 * after the other, the second may reject while nobody listens, and Node ends the process for that.
 */

/** `promise.catch(…)` */
const isCatch = (node) =>
  node?.type === 'CallExpression' &&
  node.callee.type === 'MemberExpression' &&
  node.callee.property.name === 'catch';

/** Whether a rejection was given a listener where the promise was made, or by a statement of its own. */
function isHeard(variable) {
  if (isCatch(variable.defs[0]?.node.init)) return true;
  return variable.references.some(({ identifier: { parent } }) =>
    isCatch(parent?.type === 'MemberExpression' ? parent.parent : undefined),
  );
}

function findVariable(scope, name) {
  for (let at = scope; at; at = at.upper) {
    const found = at.set.get(name);
    if (found) return found;
  }
  return undefined;
}

const awaitStarted = {
  meta: { type: 'problem' },
  create: (context) => ({
    AwaitExpression(node) {
      if (node.argument.type !== 'Identifier') return;
      const variable = findVariable(context.sourceCode.getScope(node), node.argument.name);
      const [definition] = variable?.defs ?? [];
      if (definition?.type !== 'Variable' || isHeard(variable)) return;
      context.report({
        node,
        message: `"${node.argument.name}" was started before: await it there, or all with Promise.all`,
      });
    },
  }),
};

export default { meta: { name: 'promises' }, rules: { 'await-started': awaitStarted } };
