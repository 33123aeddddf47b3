/** `srm-scan responsibilities`: who is responsible for what, without a scan. */
import { unknownName } from '../text/user-error.ts';
import {
  countCovered,
  coveredBy,
  kinds,
  readingOf,
  type CoveredCounts,
  type Responsibility,
  responsibilities,
  services,
} from '../responsibilities/index.ts';
import { catalogueFormat, type FormatOptions, printCatalogue } from './catalogue-format.ts';
import { print } from './terminal.ts';
import { wrapText } from './text.ts';

/** Without a format the lines are told in whole sentences. */
export async function responsibilitiesCommand(
  options: FormatOptions & { readonly service: readonly string[] },
): Promise<void> {
  const format = catalogueFormat(options, ['oscal']);
  const ids = services.map((each) => each.id);
  for (const name of options.service) {
    if (!ids.some((id) => id === name)) {
      throw unknownName('service', name, ids, `Known: ${ids.join(', ')}.`);
    }
  }
  const isChosen = (service: string) =>
    options.service.length === 0 || options.service.includes(service);
  const lines = responsibilities().filter((row) => isChosen(row.service));
  if (format === 'oscal') {
    const { componentDefinition } = await import('./oscal/component-definition.ts');
    print(JSON.stringify(componentDefinition(lines, new Date()), null, 2));
    return;
  }
  const rows = lines.map(shown);
  const counts = countCovered(rows);
  if (format === 'json') {
    print(JSON.stringify({ counts, lines: rows }, null, 2));
    return;
  }
  if (format !== undefined) {
    printCatalogue(format, rows, [
      { name: 'id', head: 'LINE', of: ({ id }) => id },
      { name: 'owner', head: 'OWNER', of: ({ owner }) => owner },
      { name: 'covered', head: 'COVERED BY', of: ({ covered }) => covered },
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
      { name: 'wanted', of: ({ wanted = '' }) => wanted },
      { name: 'unread', of: ({ unread }) => unread.join('; ') },
      { name: 'why', of: ({ why = '' }) => why },
    ]);
    if (format === 'table') print(`\n${totals(counts)}`);
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
    for (const { name, owner, customerPart, awsPart } of row.kinds) {
      const whose = owner === 'aws' ? 'AWS' : owner;
      print(wrapText(`With ${name}: ${whose}. AWS: ${awsPart} Customer: ${customerPart}`, 4));
    }
    const read = row.parts.map(({ part }) => part);
    if (read.length > 0) print(wrapText(`Read is: ${read.join('; ')}.`, 4));
    if (row.unread.length > 0) print(wrapText(`No check reads: ${row.unread.join('; ')}.`, 4));
    if (row.why !== undefined) print(wrapText(`Nothing yet: ${row.why}`, 4));
    if (row.attestation !== undefined) print(wrapText(`To attest: ${row.attestation}`, 4));
    if (row.wanted !== undefined) print(wrapText(`An auditor would want to see: ${row.wanted}`, 4));
  }
}

/** A line with what checks read of it, and with how kinds of resources move it. */
function shown(row: Responsibility) {
  const { assuranceId: _id, asked: _asked, ...told } = row;
  const ofService = kinds.filter((kind) => kind.service === row.service);
  const reading = readingOf(row.service, row.layer);
  return {
    ...told,
    parts: reading.parts,
    ...coveredBy(row, reading),
    kinds: ofService.flatMap(({ name, layers }) => {
      const split = layers[row.layer];
      return split ? [{ name, ...split }] : [];
    }),
  };
}

function totals(counts: CoveredCounts): string {
  const { lines, aws, customers, check, attestation, nothingYet, partlyUnread } = counts;
  return [
    `${lines} lines: ${aws} are AWS's, of ${customers} the customer has a part.`,
    `Of these ${check} by checks, ${attestation} by attestation, ${nothingYet} by nothing yet.`,
    `${partlyUnread} that are covered are so in part: an API tells more of them than checks read.`,
  ].join('\n');
}
