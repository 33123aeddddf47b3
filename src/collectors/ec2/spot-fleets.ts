/** Requests for Spot Fleets, with the volumes that their own launch specifications ask for. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { ec2Resource, pageSize } from './ec2-resource.ts';
import { type AskedVolume, askedVolumes } from './launch-volumes.ts';
import { DescribeSpotFleetRequests } from './operations.ts';

export interface SpotFleet extends Resource {
  /** Null where the fleet is launched from templates, which are judged by themselves. */
  readonly volumes: Observed<readonly AskedVolume[] | null>;
}

const going = ['submitted', 'active', 'modifying', 'failed'] as const;
/** They start nothing any more. */
const gone = ['cancelled', 'cancelled_running', 'cancelled_terminating'] as const;

export const spotFleets = defineCollector({
  id: 'ec2.spot-fleets',
  service: 'ec2',
  scope: 'regional',
  calls: [DescribeSpotFleetRequests],
  gather: (aws) =>
    aws.list(
      DescribeSpotFleetRequests,
      { MaxResults: pageSize },
      'SpotFleetRequestConfigs',
      (fleet, members): SpotFleet | readonly SpotFleet[] => {
        const { must, observe } = members;
        const id = must(fleet, 'SpotFleetRequestId');
        const state = must(fleet, 'SpotFleetRequestState');
        if (gone.some((each) => each === state)) return [];
        return {
          ...ec2Resource(aws, 'spot-fleet-request', 'AWS::EC2::SpotFleet', id),
          judgedIf: observe(() => oneOf(state, going, members)),
          // A request has launch specifications or launch templates, not both: EC2 API reference, "SpotFleetRequestConfigData".
          volumes: observe(() => {
            const { LaunchSpecifications: own = [], LaunchTemplateConfigs: templates = [] } = must(
              fleet,
              'SpotFleetRequestConfig',
            );
            if (own.length > 0) return own.flatMap((each) => askedVolumes(each, members));
            return templates.length > 0 ? null : members.unusable('it says not what to launch');
          }),
        };
      },
    ),
});
