import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { registryScanning, takesIn } from '../../src/collectors/ecr/registry-scanning.ts';
import { repositories } from '../../src/collectors/ecr/repositories.ts';

const words = {
  SCAN_ON_PUSH: 'when they are pushed',
  CONTINUOUS_SCAN: 'when they are pushed, and again as vulnerabilities become known',
} as const;

export default defineCheck({
  id: 'ecr-repository-scanning',
  title: 'Images of the repository are scanned when they are pushed, or continuously',
  severity: 'high',
  responsibility: 'ecr.application-code',
  controls: {
    'aws-fsbp': {
      'ECR.1': supersetOf('a flag of the repository that the registry overrides does not count'),
    },
  },
  why: 'AWS runs the scanner, and only where it is turned on: of images that nobody scans, nobody knows the vulnerable packages.',
  fix: 'Add the repository to a rule of the registry that scans on push or continuously. The flag of the repository itself is deprecated, and counts only under basic scanning where no rule names the repository.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
  remedy: {
    console: 'ECR, Private registry, Features & Settings, Scanning, Edit, filters.',
    cli: `# replaces all rules of the Region; ENHANCED is charged by Amazon Inspector
aws ecr put-registry-scanning-configuration --scan-type BASIC \\
  --rules '[{"scanFrequency":"SCAN_ON_PUSH","repositoryFilters":[{"filter":"*","filterType":"WILDCARD"}]}]'`,
    terraform: `resource "aws_ecr_registry_scanning_configuration" "this" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}`,
  },

  evaluates: repositories,
  needs: { scanning: registryScanning },

  evaluate(repository, { read, scanning }) {
    const { type, rules } = read(scanning.of(repository));
    const name = type === 'BASIC' ? 'basic' : 'enhanced';
    const frequencies = rules
      .filter(({ filters }) => filters.some((filter) => takesIn(filter, repository.name)))
      .map(({ frequency }) => frequency);
    for (const frequency of ['CONTINUOUS_SCAN', 'SCAN_ON_PUSH'] as const) {
      if (frequencies.includes(frequency)) {
        return pass(`a rule of the registry (${name}) scans images ${words[frequency]}`);
      }
    }
    if (frequencies.length > 0) {
      return fail('the rule of the registry that names the repository scans on demand only');
    }
    if (type === 'ENHANCED') return fail('no rule of the registry (enhanced) names the repository');
    return read(repository.scansOnPush)
      ? pass('the repository itself scans images when they are pushed')
      : fail('no rule of the registry (basic) names the repository, and its own flag is off');
  },
});
