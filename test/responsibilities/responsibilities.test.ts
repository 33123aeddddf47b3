import { describe, expect, it } from 'vitest';
import {
  assuranceOf,
  findResponsibility,
  layers,
  responsibilities,
  services,
} from '../../src/responsibilities/index.ts';
import type { ResponsibilityId, ResponsibilityOwner } from '../../src/responsibilities/index.ts';

function row(id: ResponsibilityId) {
  const found = findResponsibility(id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

function ownersOf(category: string): Record<ResponsibilityOwner, number> {
  const counts = { aws: 0, customer: 0, shared: 0 };
  for (const each of responsibilities()) {
    if (each.category === category && each.service !== 'account') counts[each.owner] += 1;
  }
  return counts;
}

describe('the matrix as a whole', () => {
  it('has one row for each of 46 services and 19 layers, in that order', () => {
    expect(services).toHaveLength(46);
    expect(layers).toHaveLength(19);
    const ids = services.flatMap((service) => layers.map((layer) => `${service.id}.${layer.id}`));
    expect(responsibilities().map((each) => each.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(874);
  });

  it('divides the rows of each category as the sources do', () => {
    expect(ownersOf('infrastructure')).toEqual({ aws: 34, customer: 27, shared: 15 });
    expect(ownersOf('container')).toEqual({ aws: 92, customer: 85, shared: 89 });
    expect(ownersOf('abstracted')).toEqual({ aws: 264, customer: 127, shared: 122 });
  });

  it('shifts duties to AWS from infrastructure over container to abstracted services', () => {
    const share = (category: string) => {
      const { aws, customer, shared } = ownersOf(category);
      return customer / (aws + customer + shared);
    };
    expect(share('infrastructure')).toBeGreaterThan(share('container'));
    expect(share('container')).toBeGreaterThan(share('abstracted'));
  });

  it('leaves no placeholder, no empty text and no double blank in any text', () => {
    const faulty = responsibilities().filter((each) =>
      Object.values(each).some((text) => text === '' || /[{}]| {2}|undefined/.test(text)),
    );
    expect(faulty).toEqual([]);
  });

  it('writes both parts as sentences and names the service where the text speaks of it', () => {
    const parts = responsibilities().flatMap((each) => [each.awsPart, each.customerPart]);
    expect(parts.filter((part) => !/^[A-Z].*\.$/.test(part))).toEqual([]);
    expect(row('sqs.hardware').awsPart).toContain('under SQS.');
  });

  it('knows nothing of ids outside the matrix', () => {
    expect(findResponsibility('s3.hypervisor')).toBeUndefined();
    expect(findResponsibility('S3.hardware')).toBeUndefined();
    expect(findResponsibility('')).toBeUndefined();
  });
});

describe('who owns what', () => {
  const grounds = [
    'physical-facilities',
    'hardware',
    'host-virtualization',
    'physical-and-backbone-network',
    'managed-service-control-plane',
  ] as const;

  it.each(grounds)('%s is AWS’s for every service', (layer) => {
    const owners = services.map((service) => row(`${service.id}.${layer}`).owner);
    expect(new Set(owners)).toEqual(new Set(['aws']));
  });

  it.each([
    'identity-and-access',
    'application-code',
    'client-side-encryption',
    'data-and-data-location',
  ] as const)('%s is the customer’s for every service', (layer) => {
    const owners = services.map((service) => row(`${service.id}.${layer}`).owner);
    expect(new Set(owners)).toEqual(new Set(['customer']));
  });

  const known: readonly (readonly [ResponsibilityId, ResponsibilityOwner])[] = [
    ['ec2.guest-os', 'customer'],
    ['ec2.service-software-and-engine-patching', 'customer'],
    ['ec2.os-configuration-and-host-firewall', 'customer'],
    ['ec2.encryption-in-transit', 'customer'],
    ['ec2.network-configuration', 'customer'],
    ['ebs.encryption-in-transit', 'aws'],
    ['ebs.server-side-encryption-at-rest', 'shared'],
    ['vpc.network-configuration', 'customer'],
    ['rds.guest-os', 'aws'],
    ['rds.service-software-and-engine-patching', 'shared'],
    ['rds.server-side-encryption-at-rest', 'shared'],
    ['rds.availability-and-resilience', 'shared'],
    ['rds.network-configuration', 'customer'],
    ['aurora.backup-and-recovery', 'shared'],
    ['ecs-ec2.guest-os', 'customer'],
    ['ecs-fargate.guest-os', 'aws'],
    ['eks.guest-os', 'customer'],
    ['eks.managed-service-control-plane', 'aws'],
    ['eks-fargate.guest-os', 'aws'],
    ['eks-fargate.runtime-and-platform', 'customer'],
    ['elastic-beanstalk.guest-os', 'shared'],
    ['lambda.guest-os', 'aws'],
    ['lambda.runtime-and-platform', 'shared'],
    ['lambda.service-software-and-engine-patching', 'shared'],
    ['s3.hardware', 'aws'],
    ['s3.availability-and-resilience', 'aws'],
    ['s3.server-side-encryption-at-rest', 'shared'],
    ['s3.backup-and-recovery', 'shared'],
    ['dynamodb.availability-and-resilience', 'aws'],
    ['dynamodb.backup-and-recovery', 'shared'],
    ['kms.server-side-encryption-at-rest', 'shared'],
    ['systems-manager.guest-os', 'customer'],
    ['cloudtrail.logging-and-monitoring', 'shared'],
    ['account.identity-and-access', 'customer'],
    ['account.data-and-data-location', 'customer'],
  ];

  it.each(known)('%s: %s', (id, owner) => {
    expect(row(id).owner).toBe(owner);
  });

  it('says what the customer still does where AWS does most', () => {
    expect(row('rds.service-software-and-engine-patching').customerPart).toContain('major version');
    expect(row('lambda.runtime-and-platform').customerPart).toContain('custom runtimes');
    expect(row('s3.server-side-encryption-at-rest').awsPart).toContain('5 January 2023');
    expect(row('s3.identity-and-access').customerPart).toContain('blocks public access');
  });

  it('describes services of one kind alike unless something sets them apart', () => {
    const database = row('documentdb.backup-and-recovery');
    expect(row('neptune.backup-and-recovery').customerPart).toBe(database.customerPart);
    expect(row('elasticache.backup-and-recovery').customerPart).not.toBe(database.customerPart);
  });
});

describe('what an auditor needs of each row', () => {
  it('names an assurance artefact and AWS’s part wherever AWS owns or shares the row', () => {
    const lacking = responsibilities().filter(
      (each) =>
        each.owner !== 'customer' &&
        (!/SOC 2/.test(each.assurance) || each.awsPart === 'Not involved.'),
    );
    expect(lacking).toEqual([]);
  });

  it('asks for the customer’s own evidence where the customer owns the row', () => {
    const without = responsibilities().filter(
      (each) => each.owner === 'customer' && each.layer !== 'data-and-data-location',
    );
    expect(without.length).toBeGreaterThan(150);
    expect(without.every((each) => each.assurance.startsWith('none: customer evidence'))).toBe(
      true,
    );
    expect(row('s3.data-and-data-location').assurance).toContain('27018');
  });

  it('gives the customer a real part wherever the customer owns or shares the row', () => {
    const lacking = responsibilities().filter(
      (each) => each.owner !== 'aws' && /^(Nothing to do|None)/.test(each.customerPart),
    );
    expect(lacking).toEqual([]);
  });

  it('cites AWS’s FIPS evidence for encryption at rest and availability terms for availability', () => {
    expect(row('efs.server-side-encryption-at-rest').assurance).toContain('FIPS 140-3');
    expect(row('sqs.availability-and-resilience').assurance).toContain('service level agreement');
  });

  it('F23 cites public pages of AWS for every row, and nothing else', () => {
    const uncited = responsibilities().filter(
      ({ source }) =>
        !source.startsWith(
          'AWS Shared Responsibility Model <https://aws.amazon.com/compliance/shared-responsibility-model/>; ',
        ) ||
        !source
          .split('; ')
          .every((each) => /^[^<>]+ <https:\/\/(docs\.)?aws\.amazon\.com\/\S+>$/.test(each)),
    );
    expect(uncited).toEqual([]);
    expect(row('lambda.runtime-and-platform').source).toContain('Security in AWS Lambda <');
  });

  it('says that the scope of a report was not looked up, and what of it stays with the customer', () => {
    const claiming = responsibilities().filter(
      ({ owner, assurance }) =>
        owner === 'aws' &&
        (/cover/.test(assurance) ||
          !/complementary user entity controls.*was not looked up/s.test(assurance)),
    );
    expect(claiming).toEqual([]);
    expect(row('ec2.hardware').assurance).toContain('PCI DSS responsibility summary');
    expect(row('ec2.hardware').assurance).toContain('from AWS Artifact');
  });

  it.each([
    ['aws-us-gov', /GovCloud console, with the FedRAMP High package/],
    ['aws-cn', /Sinnet.*do not speak of China/],
    ['aws-eusc', /European Sovereign Cloud/],
    ['aws-iso', /account team/],
  ] as const)('names where the reports are had in %s', (partition, place) => {
    expect(assuranceOf('operation', partition)).toMatch(place);
  });
});

describe('what a person must attest', () => {
  it('asks only of rows of which the customer has a part', () => {
    const asked = responsibilities().filter((each) => each.attestation !== undefined);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((each) => each.owner === 'aws')).toEqual([]);
    expect(asked.filter((each) => !each.attestation?.endsWith('?'))).toEqual([]);
  });

  it('asks of client-side encryption for every service, since AWS cannot see it', () => {
    const silent = services.filter(
      (service) => row(`${service.id}.client-side-encryption`).attestation === undefined,
    );
    expect(silent).toEqual([]);
  });

  it.each([
    ['ec2.os-configuration-and-host-firewall', /hardening/],
    ['ec2.application-code', /authenticate its users/],
    ['ec2.availability-and-resilience', /exercised/],
    ['ec2.encryption-in-transit', /own hosts/],
    ['eks.os-configuration-and-host-firewall', /pod security/],
    ['eks-fargate.application-code', /Pod Security/],
    ['eks.identity-and-access', /Kubernetes roles/],
    ['account.logging-and-monitoring', /incident response.*security audits.*organisation/],
  ] as const)('asks a person about %s', (id, subject) => {
    expect(row(id).attestation).toMatch(subject);
  });

  it.each([
    ['rds.backup-and-recovery', /restored as a test/],
    ['aurora.backup-and-recovery', /restored as a test/],
    ['s3.backup-and-recovery', /restored as a test/],
    ['ebs.backup-and-recovery', /restored as a test/],
    ['ec2.backup-and-recovery', /restored as a test/],
    ['rds.availability-and-resilience', /failover/],
    ['aurora.availability-and-resilience', /failover/],
    ['kms.server-side-encryption-at-rest', /custody/],
    ['s3.server-side-encryption-at-rest', /custody/],
    ['lambda.application-code', /reviewed/],
    ['ec2.guest-os', /patches the operating systems/],
    ['ec2.service-software-and-engine-patching', /scanned for vulnerabilities/],
    ['eks.runtime-and-platform', /base images/],
    ['cloudtrail.logging-and-monitoring', /response to a security event/],
    ['iam.identity-and-access', /reviewed at planned intervals/],
  ] as const)('asks about %s beside what checks read', (id, subject) => {
    expect(row(id).attestation).toMatch(subject);
  });

  it('says with every question what an auditor would want to see', () => {
    const silent = responsibilities().filter(
      ({ attestation, wanted }) =>
        (attestation === undefined) !== (wanted === undefined) || (wanted ?? '.').length === 0,
    );
    expect(silent).toEqual([]);
  });
});

describe('F16 what a line says fits its service', () => {
  it.each([
    ['ec2.identity-and-access', /resource polic|policies of its resources/],
    ['ebs.identity-and-access', /policies of its resources/],
    ['elasticache.identity-and-access', /policies of its resources/],
  ] as const)('%s names no policy that its resources cannot have', (id, wrong) => {
    expect(row(id).customerPart).not.toMatch(wrong);
  });

  it('names the policies of resources where there are some', () => {
    expect(row('sqs.identity-and-access').customerPart).toContain('policies of its resources');
  });

  it('speaks of flow logs in a VPC, and of analyzers in IAM', () => {
    expect(row('vpc.logging-and-monitoring').customerPart).toContain('flow logs');
    expect(row('iam.logging-and-monitoring').customerPart).toContain('Access Analyzer');
  });
});
