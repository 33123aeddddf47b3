import * as sdk from '@aws-sdk/client-macie2';
import { z } from 'zod';
import { macie as service } from '../../src/collectors/macie/service.ts';
import { failure, success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { HOME, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto has a session where nobody turned Macie on. */
const state = z.strictObject({
  status: z.enum(['ENABLED', 'PAUSED']).nullable().default(null),
});

/** On where most buckets are, off elsewhere. */
async function plant(site: Site): Promise<void> {
  await site.set('state', macie.state({ [HOME]: { status: 'ENABLED' } }));
  site.expect('macie-enabled', HOME, 'pass');
  site.expect('macie-enabled', US, 'fail');
}

const macie = emulate({
  service,
  sdk,
  Client: sdk.Macie2Client,
  state,
  answers: {
    GetMacieSession: (request, { status }) =>
      status === null
        ? failure(request, {
            code: 'AccessDeniedException',
            message: 'Macie is not enabled.',
            status: 403,
          })
        : success(request, { status, findingPublishingFrequency: 'SIX_HOURS' }),
  },
  plant,
});
export default macie;
