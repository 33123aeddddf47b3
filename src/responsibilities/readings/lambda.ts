import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'runtime-and-platform': {
    parts: [
      {
        part: 'whether AWS still patches the runtime of functions',
        checks: ['lambda-function-supported-runtime'],
      },
    ],
    unread: ['what container images and custom runtimes hold', 'layers', 'published versions'],
  },
  'application-code': {
    parts: [
      { part: 'secrets in environment variables', checks: ['lambda-function-env-no-secrets'] },
    ],
    unread: [
      'the code and its dependencies, which Amazon Inspector scans',
      'variables of published versions',
    ],
  },
  'network-configuration': {
    parts: [
      {
        part: 'whether function URLs ask who calls',
        checks: ['lambda-function-url-authenticated'],
      },
      { part: 'whether functions are in a VPC', checks: ['lambda-function-in-vpc'] },
    ],
    unread: ['CORS of function URLs', 'security groups of functions in a VPC'],
  },
  'identity-and-access': {
    parts: [
      {
        part: 'policies of functions, and of aliases with a URL, that let everyone in',
        checks: ['lambda-function-not-public'],
      },
    ],
    unread: [
      'policies of versions, of layers and of aliases without a URL',
      'what the roles of functions may do',
      'other accounts that policies let in',
    ],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'tracing of functions', checks: ['lambda-function-tracing'] }],
    unread: ['log groups of functions', 'alarms'],
  },
} satisfies ServiceReading;
