/**
 * What Lambda's Node runtime does around a handler: loads `_HANDLER` from the task's folder, then asks the runtime API for
 * one invocation after the other. AWS Lambda developer guide, "Using the Lambda runtime API for custom runtimes".
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API, AWS_LAMBDA_FUNCTION_NAME, LAMBDA_TASK_ROOT, _HANDLER } =
  process.env;
const api = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

const post = (path, body) =>
  fetch(`${api}/${path}`, { method: 'POST', body: JSON.stringify(body) }).then((answer) =>
    answer.arrayBuffer(),
  );
const told = (error) => ({
  errorType: error?.name ?? 'Error',
  errorMessage: error?.message ?? String(error),
});

async function loadHandler() {
  const [file, name] = _HANDLER.split('.');
  const path = ['js', 'mjs', 'cjs']
    .map((ending) => join(LAMBDA_TASK_ROOT, `${file}.${ending}`))
    .find(existsSync);
  const module = await import(pathToFileURL(path).href);
  return module[name];
}

let handler;
try {
  handler = await loadHandler();
} catch (error) {
  await post('init/error', told(error));
  process.exit(1);
}
for (;;) {
  const next = await fetch(`${api}/invocation/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  const context = {
    awsRequestId: id,
    functionName: AWS_LAMBDA_FUNCTION_NAME,
    invokedFunctionArn: next.headers.get('lambda-runtime-invoked-function-arn'),
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    const result = await handler(await next.json(), context);
    await post(`invocation/${id}/response`, result ?? null);
  } catch (error) {
    await post(`invocation/${id}/error`, told(error));
  }
}
