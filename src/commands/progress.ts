/** One line that is drawn over itself, on a terminal alone: the services that are being read. */
import type { Progress } from '../collect/collect.ts';

export function progressLine(stream: NodeJS.WriteStream): { show: Progress; clear(): void } {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const services = new Map<string, string>();
  const erase = '\r\u001B[2K';
  return {
    show: (service, done, of) => {
      if (done === of) services.delete(service);
      else services.set(service, `${service} ${done}/${of}`);
      const text = `reading ${[...services.values()].join(', ')}`;
      stream.write(`${erase}${text.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    clear: () => {
      stream.write(erase);
    },
  };
}
