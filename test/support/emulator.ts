import { type Moto, type MotoOptions, startMoto } from '../../emulator/moto.ts';

/** The emulator; undefined where it cannot run, with a printed line. In CI that is an error: there all tests must run. */
export async function startEmulator(options?: MotoOptions): Promise<Moto | undefined> {
  const moto = await startMoto(options);
  if (!('unavailable' in moto)) return moto;
  if (process.env['CI']) throw new Error(moto.unavailable);
  console.warn(`left out: these tests need the emulator. ${moto.unavailable}`);
  return undefined;
}
