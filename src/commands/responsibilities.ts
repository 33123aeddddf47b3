/** `srm-scan responsibilities`: who is responsible for what, without a scan. */
import { unknownName } from '../text/user-error.ts';
import { responsibilities, services } from '../responsibilities/index.ts';
import { catalogueFormat, type FormatOptions, printCatalogue } from './catalogue-format.ts';
import { print } from './terminal.ts';
import { wrapText } from './text.ts';

/** Without a format the lines are told in whole sentences. */
export function responsibilitiesCommand(
  options: FormatOptions & { readonly service: readonly string[] },
): void {
  const format = catalogueFormat(options);
  const ids = services.map((each) => each.id);
  for (const name of options.service) {
    if (!ids.some((id) => id === name)) {
      throw unknownName('service', name, ids, `Known: ${ids.join(', ')}.`);
    }
  }
  const isChosen = (service: string) =>
    options.service.length === 0 || options.service.includes(service);
  const rows = responsibilities.filter((row) => isChosen(row.service));
  if (format !== undefined) {
    printCatalogue(format, rows, [
      { name: 'id', head: 'LINE', of: ({ id }) => id },
      { name: 'owner', head: 'OWNER', of: ({ owner }) => owner },
      { name: 'service', of: (row) => row.service },
      { name: 'serviceName', of: ({ serviceName }) => serviceName },
      { name: 'category', of: ({ category }) => category },
      { name: 'layer', of: ({ layer }) => layer },
      { name: 'layerName', head: 'LAYER', of: ({ layerName }) => layerName },
      { name: 'awsPart', of: ({ awsPart }) => awsPart },
      { name: 'customerPart', of: ({ customerPart }) => customerPart },
      { name: 'assurance', of: ({ assurance }) => assurance },
      { name: 'source', of: ({ source }) => source },
      { name: 'attestation', of: ({ attestation = '' }) => attestation },
    ]);
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
