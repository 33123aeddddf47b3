/** Preloaded (`node --import`): the time stands still at EMULATOR_CLOCK (ISO 8601), for a recording that can be made again. */
const moment = Date.parse(process.env['EMULATOR_CLOCK'] ?? '');
if (Number.isNaN(moment)) throw new Error('EMULATOR_CLOCK is no moment in ISO 8601.');

globalThis.Date = new Proxy(Date, {
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [moment] : args),
  get: (target, name) => (name === 'now' ? () => moment : Reflect.get(target, name)),
});
