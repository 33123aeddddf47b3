/** How a task definition is changed: a revision never changes, so a new one is registered and deployed. */
import type { Remedy } from '../judge/check.ts';

/** @param setting of a container, as in `container_definitions` of Terraform; or of the whole task, with Terraform's own */
export function taskDefinitionRemedy(
  setting: string,
  { of, terraform }: { readonly of: 'container' | 'task'; readonly terraform?: string } = {
    of: 'container',
  },
): Remedy {
  const [key = ''] = setting.split(' ');
  const indented = setting.replaceAll('\n', '\n    ');
  return {
    console: 'ECS, Task definitions, the family, Create new revision; then update the service.',
    cli: `aws ecs describe-task-definition --task-definition FAMILY --query taskDefinition > task.json
# edit ${key} in task.json, take out what only AWS sets (taskDefinitionArn, revision, status, requiresAttributes,
# compatibilities, registeredAt, registeredBy)
aws ecs register-task-definition --cli-input-json file://task.json
# replaces all tasks of the service
aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY`,
    terraform:
      of === 'task'
        ? `resource "aws_ecs_task_definition" "this" {
  ${terraform ?? setting}
  # …
}`
        : `resource "aws_ecs_task_definition" "this" {
  container_definitions = jsonencode([{
    ${indented}
    # …
  }])
  # …
}`,
  };
}
