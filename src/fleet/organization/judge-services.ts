/** What services do for the whole organisation: who runs them, root access, the organisation's trail, its view of AWS Config. */
import { listOf } from '../../text/list-of.ts';
import type { OrganizationJudgement } from './model.ts';
import type { OrganizationReading, ReadAdministrator, ReadTrail } from './reading.ts';
import { ifTold, read } from './told.ts';
import { fail, judged, type Line, notApplicable, pass, unknown, type Verdict } from './verdict.ts';

export function judgeServices(reading: OrganizationReading): readonly OrganizationJudgement[] {
  return [
    judged(rootAccess, () => judgeRootAccess(reading)),
    judged(trail, () => judgeTrails(read(reading.trails))),
    judged(aggregator, () => judgeAggregators(reading)),
    judged(administrators, () => judgeAdministrators(reading)),
  ];
}

const rootAccess: Line = {
  id: 'organization-central-root-access',
  title: 'Root credentials of member accounts are managed centrally',
  severity: 'medium',
  cure: 'In the management account: IAM, Root access management, Enable; then delete the root credentials of the members.',
};

function judgeRootAccess({ rootFeatures }: OrganizationReading): Verdict {
  const features = read(rootFeatures);
  const sessions = features.includes('RootSessions') ? 'on' : 'off';
  return features.includes('RootCredentialsManagement')
    ? pass(`root credentials management is on, root sessions are ${sessions}`)
    : fail('root credentials management is off');
}

const trail: Line = {
  id: 'organization-trail',
  title: 'A trail of the organisation records management events of all accounts in every Region',
  severity: 'medium',
  cure: 'In the management account, or CloudTrail’s delegated administrator: CloudTrail, Create trail, Enable for all accounts in my organization.',
};

/** One that serves decides it, whatever could not be read of others. */
function judgeTrails(trails: readonly ReadTrail[]): Verdict {
  if (trails.length === 0) return fail('the organisation has no trail');
  const told = trails.map((each) => ({ each, faults: ifTold(() => faultsOf(each)) }));
  const [good] = told.filter(({ faults }) => 'value' in faults && faults.value.length === 0);
  if (good) return pass(`${good.each.name} records all accounts in every Region`);
  const [gap] = told.flatMap(({ faults }) => ('value' in faults ? [] : [faults]));
  if (gap) return unknown(gap.cure, gap.cause);
  return fail(
    ...told.map(
      ({ each, faults }) => `${each.name} ${'value' in faults ? faults.value.join(', ') : ''}`,
    ),
  );
}

/** What keeps a trail from serving: what is known of it decides before what is not. */
function faultsOf({
  coversEveryRegion,
  isLogging,
  deliveryError,
  recordsManagement,
}: ReadTrail): readonly string[] {
  if (!coversEveryRegion) return ['covers one Region'];
  const facts = [
    () => (read(isLogging) ? [] : ['is not logging']),
    () => (read(recordsManagement) ? [] : ['leaves out management events']),
    () => {
      const error = read(deliveryError);
      return error === null ? [] : [`cannot deliver (${error})`];
    },
  ].map(ifTold);
  const known = facts.flatMap((fact) => ('value' in fact ? fact.value : []));
  return known.length > 0 ? known : facts.flatMap((fact) => read(fact));
}

const aggregator: Line = {
  id: 'organization-config-aggregator',
  title: 'AWS Config gathers what it records of all accounts and Regions in one place',
  severity: 'low',
  cure: 'In the management account, or AWS Config’s delegated administrator: AWS Config, Aggregators, Create aggregator, Add my organization, with all Regions.',
};

function judgeAggregators(reading: OrganizationReading): Verdict {
  const found = read(reading.aggregators);
  const [whole] = found.filter(({ regions }) => regions === null);
  if (whole) return pass(`${whole.name} in ${whole.region} gathers every account and Region`);
  const [part] = found;
  if (part?.regions) {
    return {
      outcome: 'manual',
      reasons: [
        `${part.name} in ${part.region} gathers ${listOf(part.regions)}`,
        'whether these are all Regions that are used is for a person',
      ],
      cure: 'Let it gather all Regions, or see whether the others are used.',
    };
  }
  const { askedBy } = reading;
  const elsewhere = runBy('config.amazonaws.com', read(reading.administrators)).filter(
    (account) => account !== askedBy,
  );
  const isManagement = read(reading.organization).managementAccount === askedBy;
  if (elsewhere.length === 0 && isManagement) {
    return fail('neither the management account nor anybody else has one of the organisation');
  }
  const others = isManagement
    ? elsewhere
    : [read(reading.organization).managementAccount, ...elsewhere];
  return unknown(
    'See there, or run the fleet from there.',
    `account ${askedBy} has none; one may be in account ${listOf(others)}, whose own are not asked`,
  );
}

/** The accounts that run the service. Where it is not told of one account, nobody knows. */
function runBy(service: string, all: readonly ReadAdministrator[]): readonly string[] {
  return all
    .filter(({ services }) => read(services).includes(service))
    .map(({ account }) => account);
}

const administrators: Line = {
  id: 'organization-delegated-administrators',
  title: 'Services for the whole organisation are run from an account that is delegated to do so',
  severity: 'low',
  cure: 'Give an account for security the administration of the services that watch the organisation: GuardDuty, Security Hub, IAM Access Analyzer, AWS Config.',
};

function judgeAdministrators(reading: OrganizationReading): Verdict {
  const all = read(reading.administrators);
  if (all.length > 0) {
    return {
      outcome: 'manual',
      reasons: all.map(({ account, services }) =>
        'value' in services
          ? `account ${account} runs ${listOf(services.value)}`
          : `which services account ${account} runs could not be read: ${services.cause}`,
      ),
      cure: 'See whether these are the accounts that are meant to run services.',
    };
  }
  const known = read(reading.units).flatMap(({ accounts }) => read(accounts));
  return known.length > 1
    ? fail('no account is delegated to run a service for the others')
    : notApplicable('the organisation has no member account');
}
