/**
 * The event of a schedule, as EventBridge writes it where the target has no input of its own: of a rule (`aws.events`), or
 * of a schedule of EventBridge Scheduler, whose `detail` is text. EventBridge user guide, "Scheduled Events".
 */
export function scheduledEvent(source: 'aws.events' | 'aws.scheduler') {
  const arn = 'eu-central-1:123456789012';
  return {
    version: '0',
    id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
    'detail-type': 'Scheduled Event',
    source,
    account: '123456789012',
    time: '2026-11-26T03:17:00Z',
    region: 'eu-central-1',
    resources: [
      source === 'aws.events'
        ? `arn:aws:events:${arn}:rule/scan`
        : `arn:aws:scheduler:${arn}:schedule/default/scan`,
    ],
    detail: source === 'aws.events' ? {} : '{}',
  };
}
