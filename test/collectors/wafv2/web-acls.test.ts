import {
  GetWebACLCommand,
  ListLoggingConfigurationsCommand,
  ListWebACLsCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { webAclLogging } from '../../../src/collectors/wafv2/logging.ts';
import { webAclRules, webAcls } from '../../../src/collectors/wafv2/web-acls.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(WAFV2Client);

const acl = (name: string) => ({
  Name: name,
  Id: `id-${name}`,
  ARN: `arn:aws:wafv2:us-east-1:111122223333:regional/webacl/${name}/id-${name}`,
});
const logs = (name: string) => ({
  ResourceArn: acl(name).ARN,
  LogDestinationConfigs: ['arn:aws:s3:::aws-waf-logs-x'],
});

beforeEach(() => {
  client.reset();
});

describe('web ACLs', () => {
  it('of a Region are those of every page', async () => {
    client
      .on(ListWebACLsCommand, { Scope: 'REGIONAL' })
      .resolves(answer({ WebACLs: [acl('a')], NextMarker: 'm' }))
      .on(ListWebACLsCommand, { Scope: 'REGIONAL', NextMarker: 'm' })
      .resolves(answer({ WebACLs: [acl('b')] }));
    const { value } = await gatherFrom(webAcls);
    expect(value).toMatchObject({ items: [{ name: 'a' }, { name: 'b' }], gaps: [] });
    expect(client.commandCalls(ListWebACLsCommand, { Scope: 'CLOUDFRONT' })).toHaveLength(0);
  });

  it.each([
    { regions: ['us-east-1'], partition: 'aws', scopes: ['REGIONAL', 'CLOUDFRONT'] },
    { regions: ['cn-northwest-1'], partition: 'aws-cn', scopes: ['REGIONAL'] },
    { regions: ['us-gov-west-1'], partition: 'aws-us-gov', scopes: ['REGIONAL'] },
  ])('in $regions are those of $scopes', async ({ scopes, ...where }) => {
    client.on(ListWebACLsCommand).resolves(answer({ WebACLs: [] }));
    await gatherFrom(webAcls, where);
    const asked = client.commandCalls(ListWebACLsCommand).map(({ args }) => args[0].input.Scope);
    expect(asked).toEqual(scopes);
  });

  it('of one scope stay where the other is denied', async () => {
    client
      .on(ListWebACLsCommand, { Scope: 'REGIONAL' })
      .resolves(answer({ WebACLs: [acl('a')] }))
      .on(ListWebACLsCommand, { Scope: 'CLOUDFRONT' })
      .rejects(fault('AccessDeniedException'));
    const { value } = await gatherFrom(webAcls, { regions: ['us-east-1'] });
    expect(value).toMatchObject({ items: [{ name: 'a' }], gaps: [{ reason: 'denied' }] });
  });
});

describe('rules', () => {
  async function rulesBy(WebACL: object | undefined) {
    client.on(ListWebACLsCommand).resolves(answer({ WebACLs: [acl('a')] }));
    client.on(GetWebACLCommand).callsFake(() => answer({ WebACL }));
    const { value, gathered } = await gatherFrom(webAclRules);
    const [found] = gathered.get(webAcls, 'eu-west-1').items;
    return found && Observed.open(value.of(found));
  }

  it('count those of the owner and of Firewall Manager', async () => {
    const group = { Name: 'g', Priority: 0 };
    const counted = await rulesBy({
      Rules: [{ Name: 'r' }],
      PreProcessFirewallManagerRuleGroups: [group],
      PostProcessFirewallManagerRuleGroups: [group, group],
    });
    expect(counted).toMatchObject({ value: 4 });
    expect(await rulesBy({ Rules: [] })).toMatchObject({ value: 0 });
  });

  it.each([[{}], [undefined]])('are not taken for none where the answer has %s', async (WebACL) => {
    expect(await rulesBy(WebACL)).toMatchObject({ known: false });
  });
});

describe('logging', () => {
  const asked = () =>
    client.commandCalls(ListLoggingConfigurationsCommand).map(({ args }) => args[0].input.LogScope);

  it('is asked for once where the customer set up the logs of all', async () => {
    client.on(ListWebACLsCommand).resolves(answer({ WebACLs: [acl('a'), acl('b')] }));
    client
      .on(ListLoggingConfigurationsCommand)
      .resolves(answer({ LoggingConfigurations: [logs('a')], NextMarker: 'm' }))
      .on(ListLoggingConfigurationsCommand, { NextMarker: 'm' })
      .resolves(answer({ LoggingConfigurations: [logs('b')] }));
    const { value } = await gatherFrom(webAclLogging);
    expect(value.items).toMatchObject([
      { of: acl('a').ARN, destinations: 1 },
      { of: acl('b').ARN },
    ]);
    expect(new Set(asked())).toEqual(new Set(['CUSTOMER']));
  });

  it('of Security Lake is asked for where the customer set up none', async () => {
    client.on(ListWebACLsCommand).resolves(answer({ WebACLs: [acl('a')] }));
    client
      .on(ListLoggingConfigurationsCommand, { LogScope: 'CUSTOMER' })
      .resolves(answer({ LoggingConfigurations: [] }))
      .on(ListLoggingConfigurationsCommand, { LogScope: 'SECURITY_LAKE' })
      .resolves(answer({ LoggingConfigurations: [logs('a')] }));
    const { value } = await gatherFrom(webAclLogging);
    expect(value.items).toMatchObject([{ of: acl('a').ARN }]);
    expect(asked()).toEqual(['CUSTOMER', 'SECURITY_LAKE']);
  });

  it('is asked for nowhere where there are no web ACLs', async () => {
    client.on(ListWebACLsCommand).resolves(answer({ WebACLs: [] }));
    await gatherFrom(webAclLogging);
    expect(asked()).toEqual([]);
  });
});
