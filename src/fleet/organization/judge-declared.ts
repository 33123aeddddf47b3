/** What the organisation sets for its accounts, which they cannot change: blocks of public access, and IMDSv2. */
import { listOf } from '../../text/list-of.ts';
import type { OrganizationJudgement } from './model.ts';
import type { OrganizationReading, ReadDeclared } from './reading.ts';
import { read } from './told.ts';
import { fail, judged, type Line, notApplicable, pass, unknown, type Verdict } from './verdict.ts';

interface Setting extends Line {
  readonly of: 's3' | 'ec2';
  /** Where its value stands in an effective policy; one of the ways, as AWS's pages have two of it. */
  readonly paths: readonly (readonly string[])[];
  /** Whether each value that AWS documents is safe. */
  readonly safe: Readonly<Record<string, boolean>>;
}

const cure = 'Let the policy of the organisation block it, or leave it to the accounts.';

/** AWS Organizations user guide, "Amazon S3 policy syntax and examples" and "EC2 policy syntax and examples". */
const settings: readonly Setting[] = [
  {
    id: 'organization-s3-block-public-access',
    title: 'Where the organisation decides over S3 Block Public Access, it is on',
    severity: 'high',
    cure,
    of: 's3',
    paths: [['s3_attributes', 'public_access_block_configuration']],
    safe: { all: true, none: false },
  },
  {
    id: 'organization-ebs-snapshot-block-public-access',
    title: 'Where the organisation decides over public sharing of EBS snapshots, it is blocked',
    severity: 'high',
    cure,
    of: 'ec2',
    paths: [['ec2_attributes', 'snapshot_block_public_access', 'state']],
    safe: { block_all_sharing: true, block_new_sharing: true, unblocked: false },
  },
  {
    id: 'organization-ami-block-public-access',
    title: 'Where the organisation decides over public sharing of AMIs, it is blocked',
    severity: 'high',
    cure,
    of: 'ec2',
    paths: [['ec2_attributes', 'image_block_public_access', 'state']],
    safe: { block_new_sharing: true, unblocked: false },
  },
  {
    id: 'organization-vpc-block-public-access',
    title: 'Where the organisation decides over VPC Block Public Access, it is on',
    severity: 'medium',
    cure,
    of: 'ec2',
    paths: [
      ['ec2_attributes', 'vpc_block_public_access', 'internet_gateway_block', 'mode'],
      ['ec2_attributes', 'vpc_block_public_access', 'internet_gateway', 'mode'],
    ],
    safe: { block_ingress: true, block_bidirectional: true, off: false },
  },
  {
    id: 'organization-imdsv2-default',
    title:
      'Where the organisation decides over the default of instance metadata, it is IMDSv2 alone',
    severity: 'medium',
    cure: 'Let the policy of the organisation require tokens, or leave it to the accounts.',
    of: 'ec2',
    paths: [['ec2_attributes', 'instance_metadata_defaults', 'http_tokens']],
    // Without a preference the image decides.
    safe: { required: true, optional: false, no_preference: false },
  },
];

export function judgeDeclared(reading: OrganizationReading): readonly OrganizationJudgement[] {
  return settings.map((setting) =>
    judged(setting, () => judgeSetting(setting, read(reading[setting.of]))),
  );
}

type State = 'safe' | 'open' | 'not-set' | 'unread';

function judgeSetting(setting: Setting, groups: readonly ReadDeclared[]): Verdict {
  const found = groups.map((group) => ({ group, ...stateOf(setting, group) }));
  const inState = (state: State) => found.filter((each) => each.state === state);
  const accountsIn = (state: State) =>
    inState(state)
      .flatMap(({ group }) => group.accounts)
      .toSorted();
  const open = accountsIn('open');
  if (open.length > 0) {
    const values = [...new Set(inState('open').map(({ reason }) => reason))];
    const reason = `set to ${listOf(values)} in ${open.length} accounts: ${listOf(open)}`;
    return { ...fail(reason), accounts: open };
  }
  const [unread] = inState('unread');
  if (unread) {
    const { reason, cure: toDo } = unread;
    return { ...unknown(toDo ?? setting.cure, reason), accounts: accountsIn('unread') };
  }
  const safe = accountsIn('safe');
  const free = accountsIn('not-set');
  if (safe.length === 0) {
    return notApplicable('the organisation sets nothing: each account decides, and is judged');
  }
  const rest =
    free.length > 0 ? [`${free.length} others decide for themselves, and are judged`] : [];
  const values = [...new Set(inState('safe').map(({ reason }) => reason))];
  return pass(`set to ${listOf(values)} in ${safe.length} accounts`, ...rest);
}

function stateOf(
  { paths, safe }: Setting,
  { content }: ReadDeclared,
): { readonly state: State; readonly reason: string; readonly cure?: string } {
  if (!('value' in content)) return { state: 'unread', reason: content.cause, cure: content.cure };
  if (content.value === null) return { state: 'not-set', reason: '' };
  const document = documentIn(content.value);
  if (document === undefined) return { state: 'unread', reason: 'the policy is not valid JSON' };
  const [value] = paths.map((path) => valueAt(document, path)).filter((each) => each !== undefined);
  if (value === undefined) return { state: 'not-set', reason: '' };
  const isSafe = Object.entries(safe).find(([name]) => name === value)?.[1];
  if (isSafe === undefined || typeof value !== 'string') {
    return { state: 'unread', reason: 'the policy sets it to a value that is not known here' };
  }
  return { state: isSafe ? 'safe' : 'open', reason: value };
}

function documentIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands at the path, without the operator that a policy has before it is put together with others. */
function valueAt(document: unknown, path: readonly string[]): unknown {
  const value = path.reduce(memberOf, document);
  return memberOf(value, '@@assign') ?? value;
}

function memberOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
