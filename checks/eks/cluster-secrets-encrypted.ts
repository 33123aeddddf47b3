import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { eksClusters } from '../../src/collectors/eks/clusters.ts';
import { minorsBehind } from '../../src/reasoning/kubernetes-support.ts';

/** The first version of which AWS encrypts all data of the API: EKS user guide, "Default envelope encryption". */
const firstEncrypted = '1.28';

export default defineCheck({
  id: 'eks-cluster-secrets-encrypted',
  title: 'Kubernetes secrets are encrypted with a KMS key of the customer',
  severity: 'medium',
  responsibility: 'eks.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'EKS.3': equal } },
  why: 'With a key of your own you decide who may decrypt the secrets of the cluster, see each use of the key, and can take it away.',
  fix: 'Associate a symmetric KMS key with the cluster, then write the secrets again. It cannot be taken back, and a key that is deleted makes the cluster useless.',
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html',
  remedy: {
    console: 'EKS, Clusters, the cluster, Overview, Secrets encryption, Enable.',
    cli: `aws eks associate-encryption-config --cluster-name CLUSTER \\
  --encryption-config '[{"resources":["secrets"],"provider":{"keyArn":"KEY_ARN"}}]'
kubectl get secrets --all-namespaces -o json | kubectl replace -f -`,
    terraform: `resource "aws_eks_cluster" "this" {
  encryption_config {
    resources = ["secrets"]
    provider { key_arn = aws_kms_key.this.arn }
  }
  # …
}`,
  },

  evaluates: eksClusters,
  params: { acceptAwsOwnedKey: false },
  meanings: {
    acceptAwsOwnedKey: 'whether a key that AWS owns is enough, as clusters since 1.28 have it',
  },

  evaluate({ secretsKey, version }, { read, params }) {
    if (read(secretsKey) !== undefined) return pass('a key of the customer encrypts the secrets');
    const behind = minorsBehind(read(version), firstEncrypted);
    if (behind === undefined || behind < 0) return fail('no key encrypts the secrets in etcd');
    const reason = `no key of the customer encrypts the secrets; AWS does with a key of its own (since ${firstEncrypted})`;
    return params.acceptAwsOwnedKey ? pass(reason) : fail(reason);
  },
});
