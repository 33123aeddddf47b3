/** One line that is drawn over itself, on a terminal alone: the services that are being read, then what is judged. */
import type { Progress } from '../collect/collect.ts';

export interface ProgressLine {
  readonly read: Progress;
  judged(done: number, of: number): void;
  clear(): void;
}

const nothing = () => undefined;

export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return { read: nothing, judged: nothing, clear: nothing };
  const services = new Map<string, string>();
  const erase = '\r\u001B[2K';
  const draw = (text: string) => {
    stream.write(`${erase}${text.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  return {
    read: (service, done, of) => {
      if (done === of) services.delete(service);
      else services.set(service, `${service} ${done}/${of}`);
      draw(`reading ${[...services.values()].join(', ')}`);
    },
    judged: (done, of) => draw(`judging ${done}/${of} checks`),
    clear: () => {
      stream.write(erase);
    },
  };
}
