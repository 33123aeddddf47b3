/** For `node --import`: writes the address of each module that is imported to the file $TRACE_IMPORTS. */
import { register } from 'node:module';

const hooks = `
import { appendFileSync } from 'node:fs';
export async function resolve(name, context, next) {
  const resolved = await next(name, context);
  appendFileSync(process.env.TRACE_IMPORTS, resolved.url + '\\n');
  return resolved;
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
