/** How a trail is made to record what is done to the objects of buckets. */
import type { Remedy } from '../judge/check.ts';

/** @param kind the events that the check asks for, as the console names them */
export function recordS3Objects(kind: 'readOnly' | 'writeOnly'): Remedy {
  return {
    console: `CloudTrail, Trails, the trail, Data events, Edit: S3, log ${kind} events (or all).`,
    cli: `aws cloudtrail get-event-selectors --trail-name TRAIL   # put replaces them: keep those that are there
# without readOnly: reads and writes, for both checks
aws cloudtrail put-event-selectors --trail-name TRAIL --advanced-event-selectors '[
  {"Name":"management","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]},
  {"Name":"S3 objects","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},
    {"Field":"resources.type","Equals":["AWS::S3::Object"]}]}]'`,
    terraform: `# these replace all selectors of the trail: keep those that are there
resource "aws_cloudtrail" "this" {
  advanced_event_selector {
    name = "management" # without it the trail logs no management events any more
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    name = "S3 objects" # without readOnly: reads and writes, for both checks
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
  # …
}`,
  };
}
