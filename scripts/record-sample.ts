/** `npm run record-sample`: makes sample/ again, with the scanner as it was built. */
import { fileURLToPath } from 'node:url';
import { recordSample } from '../emulator/record.ts';

const written = await recordSample(fileURLToPath(new URL('../sample', import.meta.url)));
if ('unavailable' in written) {
  console.error(`the emulator cannot run here: ${written.unavailable}`);
  process.exit(1);
}
console.log(`sample/: ${written.join(' ')}`);
