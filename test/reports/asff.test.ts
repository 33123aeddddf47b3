import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asff } from '../../reports/asff/asff.ts';
import { typesOf } from '../../reports/asff/frameworks.ts';
import { resourceTypeOf } from '../../reports/asff/resource-type.ts';
import type { Report } from '../../src/report/model.ts';
import { reportsToTell } from '../support/format-case.ts';
import { readerOf } from '../support/report-document.ts';
import { sampleReport } from '../support/sample-report.ts';
import { draft07 } from '../support/standard-schemas.ts';

const faults = draft07('asff/batch-import-findings.derived.schema.json');

const finding = z.object({
  Id: z.string().max(512),
  ProductArn: z.string().max(2048),
  GeneratorId: z.string().max(512),
  AwsAccountId: z.string().length(12),
  Types: z.array(z.string().regex(/^[^/]+\/[^/]+(?:\/[^/]+)?$/)).max(50),
  CreatedAt: z.iso.datetime(),
  UpdatedAt: z.iso.datetime(),
  Severity: z.object({ Label: z.string() }),
  Title: z.string().max(256),
  Description: z.string().max(1024),
  Remediation: z
    .object({ Recommendation: z.object({ Text: z.string().max(512), Url: z.url().optional() }) })
    .optional(),
  ProductFields: z
    .record(z.string().max(128), z.string().max(2048))
    .refine((fields) => Object.keys(fields).length <= 50),
  Resources: z
    .array(z.object({ Type: z.string().max(256), Id: z.string().max(512), Region: z.string() }))
    .length(1),
  Compliance: z.object({
    Status: z.string(),
    RelatedRequirements: z.array(z.string()).max(32).optional(),
  }),
  Workflow: z.object({ Status: z.string() }).optional(),
});

/** Most of the bytes that Security Hub takes for one finding. */
const mostBytes = 240_000;

async function written(report: Report) {
  let text = '';
  for await (const piece of asff.render(readerOf(report))) text += piece;
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new Error('no array');
  for (let at = 0; at < parsed.length; at += 100) {
    expect(faults({ Findings: parsed.slice(at, at + 100) })).toEqual([]);
  }
  for (const each of parsed) expect(JSON.stringify(each).length).toBeLessThan(mostBytes);
  return parsed.map((each) => finding.parse(each));
}

describe('findings in ASFF', () => {
  it.each(reportsToTell)('keep to the schema and to its lengths for %s', async (_, make) => {
    const report = make();
    const findings = await written(report);
    expect(findings.map(({ Id }) => Id)).toEqual(
      report.findings.map(({ account, id }) => `srm-scan/${account}/${id}`),
    );
  });

  it('pass, fail and grade as the finding does, and never pass what was not read', async () => {
    const report = sampleReport();
    const told = await written(report);
    const statuses = {
      pass: 'PASSED',
      fail: 'FAILED',
      unknown: 'WARNING',
      manual: 'WARNING',
      'not-applicable': 'NOT_AVAILABLE',
      'out-of-scope': 'NOT_AVAILABLE',
    };
    for (const [index, { outcome, severity, muted }] of report.findings.entries()) {
      expect(told[index]?.Compliance.Status).toBe(statuses[outcome]);
      expect(told[index]?.Severity.Label).toBe(
        outcome === 'fail' ? severity.toUpperCase() : 'INFORMATIONAL',
      );
      expect(told[index]?.Workflow?.Status).toBe(muted === undefined ? undefined : 'SUPPRESSED');
    }
  });

  it('are addressed to the product of the account, in the Region of the resource', async () => {
    const [first] = await written(sampleReport());
    expect(first?.ProductArn).toBe(
      `arn:aws:securityhub:${first?.Resources[0]?.Region}:123456789012:product/123456789012/default`,
    );
  });

  it.each([
    ['AWS::S3::Bucket', 'AwsS3Bucket'],
    ['AWS::RDS::DBInstance', 'AwsRdsDbInstance'],
    ['AWS::EC2::VPC', 'AwsEc2Vpc'],
    ['AWS::EC2::VPCPeeringConnection', 'AwsEc2VpcPeeringConnection'],
    ['AWS::EC2::VPNConnection', 'AwsEc2VpnConnection'],
    ['AWS::DynamoDB::Table', 'AwsDynamoDbTable'],
    ['AWS::WAFv2::WebACL', 'AwsWafv2WebAcl'],
    ['AWS::SNS::Topic', 'AwsSnsTopic'],
    ['AWS::EFS::AccessPoint', 'AwsEfsAccessPoint'],
    ['AWS::ApiGatewayV2::Stage', 'AwsApiGatewayV2Stage'],
    ['AWS::ApiGateway::RestApi', 'AwsApiGatewayRestApi'],
    ['AWS::CloudTrail::Trail', 'AwsCloudTrailTrail'],
    ['AWS::KMS::Key', 'AwsKmsKey'],
    ['AWS::IAM::ManagedPolicy', 'AwsIamPolicy'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AwsElbv2LoadBalancer'],
    ['AWS::Logs::LogGroup', 'Other'],
    ['AWS::::Account', 'AwsAccount'],
  ])('name the type %s as Security Hub does', (type, name) => {
    expect(resourceTypeOf(type)).toBe(name);
  });
});

describe('types of findings', () => {
  /** Third level of AWS's taxonomy of types, below industry and regulatory standards, as far as it is of our frameworks. */
  const classifiers = [
    'AWS-Foundational-Security-Best-Practices',
    'CIS AWS Foundations Benchmark',
    'ISO 27001 Controls',
    'NIST 800-53 Controls (USA)',
    'NIST CSF Controls (USA)',
    'PCI-DSS',
    'SOC 2',
  ];
  const frameworks = [
    ...(['cis-aws-5.0', 'cis-aws-6.0', 'cis-aws-7.0', 'aws-fsbp', 'nist-800-53-r5'] as const),
    ...(['pci-dss-4.0.1', 'nist-csf-2.0', 'iso-27001-2022', 'soc-2-2017'] as const),
  ];

  it('are those of the taxonomy, each once', () => {
    const claims = frameworks.map((framework) => ({
      framework,
      control: '1',
      relation: 'equal' as const,
      source: 'own' as const,
    }));
    const checks = 'Software and Configuration Checks';
    expect(typesOf(claims).toSorted()).toEqual([
      `${checks}/AWS Security Best Practices`,
      ...classifiers.map((name) => `${checks}/Industry and Regulatory Standards/${name}`),
    ]);
  });
});
