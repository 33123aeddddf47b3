/**
 * `npm run record-sample`: makes sample/account.ndjson.gz again. The emulator is filled with the sample company by plain
 * SDK calls, and the built scanner records it as it would record an account of AWS.
 */
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startGate } from '../emulator/gate.ts';
import { startMoto } from '../emulator/moto.ts';
import { plant } from '../emulator/plant.ts';
import { program } from './program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const moto = await startMoto();
if ('unavailable' in moto) {
  console.error(`the emulator cannot run here: ${moto.unavailable}`);
  process.exit(1);
}
const gate = await startGate({ upstream: moto.endpoint });
const folder = await mkdtemp(join(tmpdir(), 'srm-scan-sample-'));
try {
  await plant(gate.endpoint);
  // What every real account has: something that the auditor's role may not read, and a Region closed by the organisation.
  gate.setFaults([
    { match: { service: 'kms', operation: 'GetKeyPolicy', region: 'eu-west-1' }, kind: 'deny' },
    { match: { region: 'sa-east-1' }, kind: 'deny', by: 'scp' },
  ]);
  await scan(gate.endpoint, folder);
  await copyFile(join(folder, 'evidence.ndjson.gz'), join(root, 'sample', 'account.ndjson.gz'));
} finally {
  await rm(folder, { recursive: true, force: true });
  await gate.close();
  await moto.stop();
}

async function scan(endpoint: string, output: string): Promise<void> {
  const role = 'arn:aws:iam::123456789012:role/group-audit-read';
  const args = [program, '--evidence', '--output', output, '--role-arn', role, '--fail-on', 'none'];
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 && code !== 3) throw new Error(`the scan ended with ${code}`);
}
