/** The OSCAL documents that the built command line writes, held against the schemas of NIST. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli } from '../support/run-cli.ts';
import { draft07 } from '../support/standard-schemas.ts';

async function printed(...args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runCli(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

const catalogue = z.object({
  catalog: z.object({
    controls: z.array(z.object({ id: z.string() })).optional(),
    groups: z.array(z.object({ controls: z.array(z.object({ id: z.string() })) })).optional(),
  }),
});

const definition = z.object({
  'component-definition': z.object({
    components: z.array(
      z.object({
        title: z.string(),
        'control-implementations': z.tuple([
          z.object({
            'implemented-requirements': z.array(
              z.object({
                'control-id': z.string(),
                statements: z.array(
                  z.object({ 'statement-id': z.string(), description: z.string() }),
                ),
              }),
            ),
          }),
        ]),
      }),
    ),
    'back-matter': z.object({
      resources: z.tuple([z.object({ base64: z.object({ value: z.string() }) })]),
    }),
  }),
});

const mapping = z.object({
  'mapping-collection': z.object({
    mappings: z.array(
      z.object({
        maps: z.array(
          z.object({
            relationship: z.string(),
            sources: z.tuple([z.object({ 'id-ref': z.string() })]),
            targets: z.tuple([z.object({ 'id-ref': z.string() })]),
          }),
        ),
      }),
    ),
  }),
});

const line = z.object({ layer: z.string(), awsPart: z.string(), customerPart: z.string() });

describe('OSCAL on the command line', () => {
  it('has the sample account as assessment results', async () => {
    const faults = draft07('oscal/oscal_assessment-results_schema.json');
    const { code, stdout } = await runCli([
      ...['--demo', '--quiet', '--format', 'oscal', '--output', '-'],
      ...['--framework', 'cis', '--framework', 'nist'],
    ]);
    expect(code).toBe(1);
    expect(faults(JSON.parse(stdout))).toEqual([]);
  });

  it('has the whole matrix as a component definition, with the layers that it speaks of', async () => {
    const document = await printed('responsibilities', '--format', 'oscal');
    expect(draft07('oscal/oscal_component_schema.json')(document)).toEqual([]);
    const { components, 'back-matter': backMatter } =
      definition.parse(document)['component-definition'];
    const [layers] = backMatter.resources;
    const decoded: unknown = JSON.parse(Buffer.from(layers.base64.value, 'base64').toString());
    expect(draft07('oscal/oscal_catalog_schema.json')(decoded)).toEqual([]);
    const ids = new Set(catalogue.parse(decoded).catalog.controls?.map(({ id }) => id));
    const requirements = components.flatMap((component) =>
      component['control-implementations'].flatMap((each) => each['implemented-requirements']),
    );
    expect(requirements.filter((each) => !ids.has(each['control-id']))).toEqual([]);

    const matrix = await printed('responsibilities', '--format', 'json');
    const { lines } = z.object({ lines: z.array(line) }).parse(matrix);
    const told = new Set(
      requirements.map(({ 'control-id': id, statements }) =>
        [id, ...statements.map(({ description }) => description)].join('\n'),
      ),
    );
    const plain = (text: string) => text.replaceAll(/[\\`*_~^[\]<>&{}"|]/g, String.raw`\$&`);
    const missing = lines.filter(
      ({ layer, awsPart, customerPart }) =>
        !told.has([layer, plain(awsPart), plain(customerPart)].join('\n')),
    );
    expect(missing).toEqual([]);
  });

  it('has the services that were asked for, and no others', async () => {
    const document = await printed('responsibilities', '--format', 'oscal', '--service', 's3');
    const { components } = definition.parse(document)['component-definition'];
    expect(components.map(({ title }) => title)).toEqual(['S3']);
  });

  it('has the checks as a catalogue, and a mapping that names nothing else', async () => {
    const checks = await printed('checks', '--format', 'oscal');
    expect(draft07('oscal/oscal_catalog_schema.json')(checks)).toEqual([]);
    const document = await printed('checks', '--format', 'oscal-mapping');
    expect(draft07('oscal/oscal_mapping_schema.json')(document)).toEqual([]);
    const ids = new Set(
      catalogue
        .parse(checks)
        .catalog.groups?.flatMap(({ controls }) => controls.map(({ id }) => id)),
    );
    const { mappings } = mapping.parse(document)['mapping-collection'];
    const maps = mappings.flatMap((each) => each.maps);
    expect(maps.length).toBeGreaterThan(1000);
    expect(maps.filter(({ sources: [source] }) => !ids.has(source['id-ref']))).toEqual([]);
    const found = maps.find(
      ({ sources: [source], targets: [target] }) =>
        source['id-ref'] === 'accessanalyzer-external-enabled' &&
        target['id-ref'] === 'cis-aws-7.0_2.18',
    );
    expect(found?.relationship).toBe('equal-to');
  });
});
