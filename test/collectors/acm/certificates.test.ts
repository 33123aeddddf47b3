import {
  ACMClient,
  DescribeCertificateCommand,
  ListCertificatesCommand,
} from '@aws-sdk/client-acm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { certificates } from '../../../src/collectors/acm/certificates.ts';
import { renewals } from '../../../src/collectors/acm/renewals.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { daysAgo } from '../../support/check-tester.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(ACMClient);

const summary = (id: string, more: object = {}): object => ({
  CertificateArn: `arn:aws:acm:eu-west-1:111122223333:certificate/${id}`,
  DomainName: `${id}.example.com`,
  Status: 'ISSUED',
  Type: 'AMAZON_ISSUED',
  KeyAlgorithm: 'RSA_2048',
  NotAfter: daysAgo(-20),
  InUse: true,
  ...more,
});

function plant(...CertificateSummaryList: readonly object[]): void {
  client
    .on(ListCertificatesCommand)
    .resolves(answer({ CertificateSummaryList: [...CertificateSummaryList] }));
}

beforeEach(() => {
  client.reset();
});

describe('certificates', () => {
  it('of every key and origin are asked for, which the list leaves out by default', async () => {
    plant(summary('a'));
    await gatherFrom(certificates);
    const [call] = client.commandCalls(ListCertificatesCommand);
    expect(call?.args[0].input).toMatchObject({
      Includes: {
        keyTypes: expect.arrayContaining(['RSA_1024', 'RSA_3072', 'RSA_4096', 'EC_secp384r1']),
      },
      CertificateKeyPairOrigins: ['ACME', 'AWS_MANAGED', 'CUSTOMER_PROVIDED'],
    });
  });

  it('are those of every page', async () => {
    client
      .on(ListCertificatesCommand)
      .resolves(answer({ CertificateSummaryList: [summary('a')], NextToken: 't' }))
      .on(ListCertificatesCommand, { NextToken: 't' })
      .resolves(answer({ CertificateSummaryList: [summary('b', { DomainName: '' })] }));
    const { value } = await gatherFrom(certificates);
    expect(value).toMatchObject({
      items: [{ name: 'a.example.com', algorithm: { value: 'RSA_2048' } }, { name: 'b' }],
      gaps: [],
    });
  });

  it('that wait for validation have no end, and that is no gap', async () => {
    plant(summary('a', { Status: 'PENDING_VALIDATION', NotAfter: undefined }));
    const { value } = await gatherFrom(certificates);
    expect(value).toMatchObject({ items: [{ notAfter: { known: false } }], gaps: [] });
  });

  it.each(['Status', 'Type', 'KeyAlgorithm'])(
    'with an unheard-of %s are not guessed',
    async (member) => {
      plant(summary('a', { [member]: 'SOMETHING_NEW' }));
      const { value } = await gatherFrom(certificates);
      const [found] = value.items;
      const unread = [found?.status, found?.origin, found?.algorithm].filter(
        (each) => each && !Observed.open<unknown>(each).known,
      );
      expect(unread).toHaveLength(1);
    },
  );

  it('that may not be listed are a gap', async () => {
    client.on(ListCertificatesCommand).rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(certificates);
    expect(value).toMatchObject({ items: [], gaps: [{ reason: 'denied' }] });
  });
});

describe('renewals', () => {
  it('are asked about where ACM issued what ends soon, and nowhere else', async () => {
    plant(
      summary('soon'),
      summary('late', { NotAfter: daysAgo(-100) }),
      summary('past', { NotAfter: daysAgo(1), Status: 'EXPIRED' }),
      summary('imported', { Type: 'IMPORTED' }),
    );
    client.on(DescribeCertificateCommand).resolves(
      answer({
        Certificate: {
          RenewalSummary: {
            RenewalStatus: 'PENDING_VALIDATION',
            DomainValidationOptions: [],
            UpdatedAt: daysAgo(1),
          },
        },
      }),
    );
    const { value, gathered } = await gatherFrom(renewals);
    expect(client.commandCalls(DescribeCertificateCommand)).toHaveLength(1);
    const [soon] = gathered.get(certificates, 'eu-west-1').items;
    expect(soon && Observed.open(value.of(soon))).toMatchObject({ value: 'PENDING_VALIDATION' });
  });

  it('are asked about as early as the owner wants certificates to be renewed', async () => {
    plant(summary('late', { NotAfter: daysAgo(-100) }));
    client.on(DescribeCertificateCommand).resolves(answer({ Certificate: {} }));
    const params = { 'acm-certificate-not-expiring': { minDays: 120 } };
    const { value, gathered } = await gatherFrom(renewals, { params });
    const [late] = gathered.get(certificates, 'eu-west-1').items;
    expect(late && Observed.open(value.of(late))).toMatchObject({ value: null });
  });

  it.each([
    ['an unheard-of state', { RenewalSummary: { RenewalStatus: 'LATER' } }],
    ['no state', { RenewalSummary: {} }],
  ])('are not guessed from %s', async (_, Certificate) => {
    plant(summary('soon'));
    client.on(DescribeCertificateCommand).callsFake(() => answer({ Certificate }));
    const { value, gathered } = await gatherFrom(renewals);
    const [soon] = gathered.get(certificates, 'eu-west-1').items;
    expect(soon && Observed.open(value.of(soon))).toMatchObject({ known: false });
  });
});
