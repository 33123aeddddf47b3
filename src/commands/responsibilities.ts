/** `srm-scan responsibilities`: who is responsible for what, without a scan. */
import { unknownName } from '../text/user-error.ts';
import { responsibilities, services } from '../responsibilities/index.ts';
import { print, wrapText } from './text.ts';

export function responsibilitiesCommand(options: {
  readonly service?: string;
  readonly json?: true;
}): void {
  const { service, json } = options;
  const ids = services.map((each) => each.id);
  if (service !== undefined && !ids.some((id) => id === service)) {
    throw unknownName('service', service, ids, `Known: ${ids.join(', ')}.`);
  }
  const rows = responsibilities.filter((row) => service === undefined || row.service === service);
  if (json) {
    print(JSON.stringify(rows, null, 2));
    return;
  }
  let heading = '';
  for (const row of rows) {
    if (row.serviceName !== heading) {
      heading = row.serviceName;
      print(`\n${heading} (${row.service}, ${row.category})`);
    }
    print(`\n  ${row.layerName}: ${row.owner === 'aws' ? 'AWS, out of scope' : row.owner}`);
    print(wrapText(`AWS: ${row.awsPart}`, 4));
    print(wrapText(`Customer: ${row.customerPart}`, 4));
    if (row.attestation !== undefined) print(wrapText(`To attest: ${row.attestation}`, 4));
  }
}
