/** The templates of deploy/ that are made by CDK. `npm run generate` writes what this app synthesises. */
import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { fleetStack } from './fleet.ts';
import { memberRoleStack } from './member-role.ts';
import { scheduledScanStack } from './scheduled-scan.ts';

const policy = z.object({ Statement: z.tuple([z.object({ Action: z.array(z.string()) })]) });

/** The app with the actions of deploy/policy.json. Throws where cdk-nag finds what nobody gave a reason for. */
export function createApp(): App {
  const settings = {
    analyticsReporting: false,
    treeMetadata: false,
    // It only warns, takes more time than all the rest, and cfn-lint looks at the same.
    builtinCloudFormationValidation: false,
  };
  const app = new App(settings);
  const path = new URL('../policy.json', import.meta.url);
  const { Statement } = policy.parse(JSON.parse(readFileSync(path, 'utf8')));
  const role = { actions: Statement[0].Action };
  memberRoleStack(app, 'member-role', role);
  // The same template again, as text of the StackSet that deploys it.
  const alone = new App(settings);
  const { stackName } = memberRoleStack(alone, 'member-role', role);
  fleetStack(app, 'fleet', {
    memberRole: alone.synth().getStackByName(stackName).template,
  });
  scheduledScanStack(app, 'scheduled-scan', role);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
