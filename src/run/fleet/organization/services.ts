/** What services do for the whole organisation: who runs them, central root access, its trails, its aggregators of AWS Config. */
import type { AnyOperation } from '../../../aws/operation.ts';
import type { Reads } from '../../../aws/reads.ts';
import { ListRegions } from '../../../collectors/account/operations.ts';
import { recordedEvents } from '../../../collectors/cloudtrail/event-selectors.ts';
import {
  DescribeTrails,
  GetEventSelectors,
  GetTrailStatus,
} from '../../../collectors/cloudtrail/operations.ts';
import { DescribeConfigurationAggregators } from '../../../collectors/config/operations.ts';
import { DescribeRegions } from '../../../collectors/ec2/operations.ts';
import { ListOrganizationsFeatures } from '../../../collectors/iam/operations.ts';
import {
  ListDelegatedAdministrators,
  ListDelegatedServicesForAccount,
} from '../../../collectors/organizations/operations.ts';
import { accountIdIn } from '../../../collectors/organizations/organization.ts';
import type {
  OrganizationReading,
  ReadAdministrator,
  ReadTrail,
  Told,
} from '../../../fleet/organization/reading.ts';
import { derive, Observed } from '../../../observe/observed.ts';
import { cutEnd } from '../../../text/wrap.ts';
import { readRegions } from '../../discovery.ts';
import { toldOf } from './told.ts';

export const serviceCalls: readonly AnyOperation[] = [
  ListDelegatedAdministrators,
  ListDelegatedServicesForAccount,
  ListOrganizationsFeatures,
  DescribeTrails,
  GetTrailStatus,
  GetEventSelectors,
  ListRegions,
  DescribeRegions,
  DescribeConfigurationAggregators,
];

interface Place {
  readonly askedBy: string;
  readonly homeRegion: string;
}

export async function readAdministrators(aws: Reads): Promise<Told<readonly ReadAdministrator[]>> {
  const administrators = await aws.list(
    ListDelegatedAdministrators,
    {},
    'DelegatedAdministrators',
    (account, members) => accountIdIn(members.must(account, 'Id'), members),
  );
  const read = await Promise.all(
    administrators.items.map(async (account): Promise<ReadAdministrator> => {
      const services = await aws.list(
        ListDelegatedServicesForAccount,
        { AccountId: account },
        'DelegatedServices',
        (service, { must }) => must(service, 'ServicePrincipal'),
      );
      return { account, services: toldOf(derive((ask) => ask.list(services))) };
    }),
  );
  return toldOf(
    derive((ask) => {
      ask.list(administrators);
      return read;
    }),
  );
}

/** That it may not be told is an answer in the management account alone: there every feature is off then. */
export async function readRootFeatures(
  aws: Reads,
  organization: Observed<{ readonly managementAccount: string }>,
  { askedBy }: Place,
): Promise<Told<readonly string[]>> {
  const features = await aws.get(
    ListOrganizationsFeatures,
    {},
    (answer, { must }): readonly string[] => must(answer, 'EnabledFeatures').map(String),
    { whenAbsent: null },
  );
  return toldOr(
    derive((read) => {
      const known = read(features);
      if (known !== null) return known;
      return read(organization).managementAccount === askedBy ? [] : null;
    }),
    {
      cause: 'IAM tells it to the management account and to its own delegated administrator alone',
      cure: 'Ask from the management account, or from the account that is delegated for IAM.',
    },
  );
}

/** In place of null something that says why. */
function toldOr<T>(observed: Observed<T | null>, untold: { cause: string; cure: string }): Told<T> {
  const told = toldOf(observed);
  if (!('value' in told)) return told;
  return told.value === null ? untold : { value: told.value };
}

/** Those that are of the organisation. Each that covers every Region is shown in each. */
export async function readTrails(
  aws: Reads,
  { homeRegion }: Place,
): Promise<OrganizationReading['trails']> {
  const trails = await aws.list(
    DescribeTrails,
    { includeShadowTrails: true },
    'trailList',
    (trail, { must }) =>
      must(trail, 'IsOrganizationTrail')
        ? {
            arn: must(trail, 'TrailARN'),
            name: cutEnd(must(trail, 'Name'), 128),
            region: must(trail, 'HomeRegion'),
            coversEveryRegion: must(trail, 'IsMultiRegionTrail'),
          }
        : [],
    { region: homeRegion },
  );
  const read = await Promise.all(
    trails.items.map(async ({ region, ...trail }): Promise<ReadTrail> => {
      const [status, events] = await Promise.all([
        aws.get(
          GetTrailStatus,
          { Name: trail.arn },
          (answer, { must }) => ({
            isLogging: must(answer, 'IsLogging'),
            // Not sent while all goes well.
            deliveryError: answer.LatestDeliveryError || null,
          }),
          { region },
        ),
        aws.get(GetEventSelectors, { TrailName: trail.arn }, recordedEvents, { region }),
      ]);
      return {
        ...trail,
        isLogging: toldOf(derive((ask) => ask(status).isLogging)),
        deliveryError: toldOf(
          derive((ask) => {
            const { deliveryError } = ask(status);
            return deliveryError === null ? null : cutEnd(deliveryError, 200);
          }),
        ),
        recordsManagement: toldOf(
          derive((ask) => {
            const { reads, writes } = ask(events).management;
            return reads && writes;
          }),
        ),
      };
    }),
  );
  return toldOf(
    derive((ask) => {
      ask.list(trails);
      return read;
    }),
  );
}

/** The home Region is asked first: where it has one of every Region, the others can add nothing. */
export async function readAggregators(
  aws: Reads,
  { homeRegion }: Place,
): Promise<OrganizationReading['aggregators']> {
  const inRegion = (region: string) =>
    aws.list(
      DescribeConfigurationAggregators,
      {},
      'ConfigurationAggregators',
      (aggregator, { must }) => {
        const source = aggregator.OrganizationAggregationSource;
        if (source === undefined) return [];
        const every = source.AllAwsRegions === true;
        return {
          name: cutEnd(must(aggregator, 'ConfigurationAggregatorName'), 256),
          region,
          regions: every ? null : must(source, 'AwsRegions'),
        };
      },
      { region, key: ({ name }) => `${region} ${name}` },
    );
  const home = await inRegion(homeRegion);
  const whole = home.items.filter(({ regions }) => regions === null);
  if (whole.length > 0) return { value: whole };
  const regions = await readRegions(aws, false);
  const state = Observed.open(regions);
  const others = state.known
    ? state.value.filter(({ region, enabled }) => enabled && region !== homeRegion)
    : [];
  const rest = await Promise.all(others.map(({ region }) => inRegion(region)));
  const found = [home, ...rest].flatMap(({ items }) => items);
  // One that is known is known, whatever another Region kept to itself.
  if (found.some((each) => each.regions === null)) return { value: found };
  return toldOf(
    derive((read) => {
      read(regions);
      return [home, ...rest].flatMap((each) => read.list(each));
    }),
  );
}
