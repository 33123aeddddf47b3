import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/reasoning/secrets/detect.ts';

// Values are put together here so that no scanner of this repository takes them for real ones.
const ACCESS_KEY_ID = ['AKIA', 'QX4BIPW3AHOV29GN'.replace('9', '7')].join('');
const SECRET_KEY = ['u2Gq8zT1', 'vXw9LmN4', 'pRs6YbKd', 'JhE3cFa7', 'Zt5iUo0Q'].join('');
const RANDOM = ['9fK2mQ7x', 'Vb4TzL1p', 'Wc8RnD3s', 'Hj6YgA5e', 'Bu0i'].join('');
const HEX = 'a94a8fe5ccb19ba61c4c0873d391e987'.repeat(2);
const LETTERS = RANDOM.replace(/\d/g, 'q').slice(0, 34);
const PEM_BODY = 'MIIEpAIBAAKCAQEA7bq98cTnrCgR0dq3jUvK\n'.repeat(3);

const pem = (kind: string, body = PEM_BODY): string =>
  `-----BEGIN ${kind}-----\n${body}-----END ${kind}-----`;

const detectSecrets = (text: string) => findSecrets(text).map(({ kind }) => kind);

describe('findSecrets', () => {
  it.each([
    [
      'aws-secret-access-key',
      `export AWS_ACCESS_KEY_ID=${ACCESS_KEY_ID}\nexport AWS_SECRET_ACCESS_KEY=${SECRET_KEY}`,
    ],
    ['aws-secret-access-key', `aws configure set aws_secret_access_key ${SECRET_KEY}`],
    ['aws-secret-access-key', `s3fs --keys ${ACCESS_KEY_ID}:${SECRET_KEY}`],
    ['private-key', pem('RSA PRIVATE KEY')],
    ['private-key', pem('PRIVATE KEY')],
    ['private-key', pem('OPENSSH PRIVATE KEY')],
    ['private-key', pem('PRIVATE KEY').replaceAll('\n', '\\n')],
    ['private-key', pem('RSA PRIVATE KEY').replaceAll('\n', '\n      ')],
    ['password', 'DB_PASSWORD=SuperSecret123!'],
    ['password', 'export PGPASSWORD="hunter2hunter"'],
    ['password', "password: 'correct horse'"],
    ['password', 'dbPassword = letmein'],
    ['password', '{"password": "S3cr3t!x"}'],
    ['password', '{\\"password\\": \\"S3cr3t!x\\"}'],
    ['password', "$pw = ConvertTo-SecureString 'P@$$w0rd' -AsPlainText -Force"],
    ['password', "'P@$$w0rd' | ConvertTo-SecureString -AsPlainText -Force"],
    ['password', 'net user Administrator P@ssw0rd1 /add'],
    ['password', 'echo "ubuntu:Tr0ub4dor" | chpasswd'],
    ['password', 'chpasswd:\n  list: |\n    root:hT9xQ2vL7pZr4Wm\n  expire: false'],
    ['password', 'chpasswd:\n  list:\n    - root:hT9xQ2vL7pZr4Wm'],
    ['password', 'chpasswd <<EOF\nroot:hT9xQ2vL7pZr4Wm\nEOF'],
    ['password', 'docker login -u ci -p hT9xQ2vL7pZr4Wm registry.corp'],
    ['password', 'echo Tr0ub4dor | passwd --stdin root'],
    ['password', 'curl -u deploy:Tr0ub4dor https://repo.corp/x'],
    ['password', 'curl -s https://repo.corp/x -u "deploy:Tr0ub4dor"'],
    ['password', 'mysql -u root -pTr0ub4dor app'],
    ['password', 'mysqladmin -u root password Tr0ub4dor'],
    ['password', "sshpass -p 'Tr0ub4dor' ssh host"],
    ['password', "CREATE USER 'app'@'%' IDENTIFIED BY 'Tr0ub4dor';"],
    ['password', "ALTER ROLE app WITH PASSWORD 'Tr0ub4dor';"],
    ['password', './install --admin-password Tr0ub4dor'],
    ['password', 'docker run -e "DB_PASSWORD=Tr0ub4dor" app'],
    ['password', 'docker run --env="DB_PASSWORD=Tr0ub4dor" app'],
    ['password', 'url = jdbc:mysql://db/app?user=app&password=Tr0ub4dor'],
    ['password', '[{"name": "DB_PASSWORD", "value": "Tr0ub4dor"}]'],
    ['password', '- name: DB_PASSWORD\n  value: Tr0ub4dor'],
    ['password', '<adminPassword>Tr0ub4dor</adminPassword>'],
    ['password', 'plain_text_passwd: Tr0ub4dor'],
    ['token', `API_KEY=${RANDOM}`],
    ['token', `clientSecret: "${RANDOM}"`],
    ['token', `kubeadm join 10.0.0.1:6443 --token k3x9ab.8f2m4q7z1w5n6p0t`],
    ['connection-string', 'postgres://app:Tr0ub4dor@db.internal:5432/app'],
    ['connection-string', 'REDIS_URL=redis://:Tr0ub4dor@cache:6379/0'],
    ['connection-string', `git clone https://ci:${RANDOM}@git.corp/x.git`],
    ['github-token', `ghp_${RANDOM}`],
    ['github-token', `https://github_pat_${RANDOM}${RANDOM}@github.com/x/y`],
    ['gitlab-token', `glpat-${RANDOM.slice(0, 20)}`],
    ['google-api-key', `AIza${RANDOM.slice(0, 35)}`],
    ['json-web-token', `Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${RANDOM}`],
    ['npm-token', `//npm.example.com/:_authToken=npm_${RANDOM}`],
    ['slack-token', `xoxb-${RANDOM}`],
    [
      'slack-webhook',
      ['https://hooks.slack.com', 'services', 'T0AB1CD2E', 'B0AB1CD2E', RANDOM].join('/'),
    ],
    ['stripe-live-key', `sk_live_${RANDOM}`],
    ['hashicorp-vault-token', `hvs.${RANDOM}`],
    ['databricks-token', ['dapi', HEX.slice(0, 32)].join('')],
    ['digitalocean-token', ['dop_v1_', HEX].join('')],
    ['grafana-token', ['glsa_', RANDOM.slice(0, 32), '_', HEX.slice(0, 8)].join('')],
    ['hugging-face-token', ['hf_', LETTERS].join('')],
    ['linear-api-key', ['lin_api_', RANDOM, RANDOM].join('').slice(0, 48)],
    ['new-relic-key', ['NRAK-', RANDOM.toUpperCase()].join('').slice(0, 32)],
    ['one-password-token', ['ops_eyJ', RANDOM, RANDOM, RANDOM].join('')],
    ['shopify-token', ['shpat_', HEX.slice(0, 32)].join('')],
  ])('finds %s in %s', (name, text) => {
    expect(detectSecrets(text)).toContain(name);
  });

  it.each([
    '',
    '#!/bin/bash\nyum update -y && systemctl enable --now httpd',
    'DB_PASSWORD=$DB_PASSWORD',
    'DB_PASSWORD="${DB_PASSWORD}"',
    'DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString)',
    'DB_PASSWORD=`cat /run/secrets/db`',
    'DB_PASSWORD=/run/secrets/db_password',
    'DB_PASSWORD_FILE=/run/secrets/db_password',
    '$env:DB_PASSWORD = $Env:VAULT_PASSWORD',
    'set DB_PASSWORD=%VAULT_PASSWORD%',
    'password: <password>',
    'password: {{ vault.db_password }}',
    "password: '{{resolve:secretsmanager:prod/db:SecretString:password}}'",
    'password: !Ref DbPassword',
    'password: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
    'password = ssm:/prod/db/password',
    'password = get_secret("prod/db")',
    'password = os.environ["DB_PASSWORD"]',
    'password = config.database.password',
    'password=changeme',
    'password=your-password-here',
    'password=xxxxxxxxxxxx',
    'password=************',
    'password: "REPLACE_ME"',
    'password=',
    'password: ""',
    'read -s -p "Password: " PASSWORD',
    'passwd:     files systemd',
    'PasswordAuthentication no',
    "sed -i 's/^#PasswordAuthentication yes/PasswordAuthentication no/' /etc/ssh/sshd_config",
    'passwd: $6$rounds=4096$saltsaltsalt$Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
    'if [ -z "$PASSWORD" ]; then exit 1; fi',
    'docker login --password-stdin registry.corp',
    'docker login -u ci -p $TOKEN registry.corp',
    'chpasswd:\n  list: |\n    root:RANDOM\n  expire: false',
    'echo "ubuntu:$PW" | chpasswd',
    'curl -u "$USER:$PASS" https://repo.corp',
    'mysql -u root -p app',
    'postgres://user:password@localhost/db',
    'postgres://app:${DB_PASSWORD}@db/app',
    'http://proxy.corp:3128/path@v1',
    'TOKEN=$(curl -X PUT http://169.254.169.254/latest/api/token -H "X-aws-ec2-metadata-token-ttl-seconds: 21600")',
    'curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/',
    'secret: prod/db-credentials-2024',
    'imagePullSecret: registry-credentials',
    'PublicKeyToken=b77a5c561934e089',
    'git checkout 3b18e512dba79e4c8300dd08aeb37f8e728b8dad',
    `aws_access_key_id = ${ACCESS_KEY_ID}`,
    'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'grep -q "BEGIN RSA PRIVATE KEY" key.pem',
    pem('PRIVATE KEY', '${TLS_KEY}\n'),
    pem('CERTIFICATE'),
    pem('PUBLIC KEY'),
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7 admin@corp',
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    `sk_test_${RANDOM}`,
    'token: AQICAHhwm0YaISJeRtJm5n1G6uqeekXuoXXPe5UFce9Rq8',
  ])('finds nothing in %s', (text) => {
    expect(detectSecrets(text)).toEqual([]);
  });

  it.each([
    'DB_SECRET=prod/billing01',
    'DB_SECRET=prod/billing-service-database2024',
    'existingSecret: billing01-credentials2024',
    'CLIENT_SECRET=projects/123456789012/secrets/client-secret-v1/versions/3',
    'KMS_MASTER_KEY=1234abcd-12ab-34cd-56ef-1234567890ab',
    'encryption_key: mrk-1234abcd12ab34cd56ef1234567890ab',
    'encryption_key: alias/aws/ebs1234567890',
    'db_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  62313365396662343061393464336163383764373764613633',
    'db_password: !vault-encrypted |',
    'api_key: !secret my_api_key_1234567',
    'password: !unsafe "{{ db_password }}"',
    'passwd: *default_password1',
    "db_password: '{{resolve:secretsmanager:prod/db:SecretString:password}}'",
    'password: {{resolve:ssm-secure:/prod/db:1}}',
    'DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db)',
    'DB_PASSWORD=${DB_PASSWORD:?must be set}',
    'DB_PASSWORD=sm://project/secret',
    'DB_PASSWORD=gcp-secret:projects/1',
    'DB_PASSWORD=@Microsoft.KeyVault(SecretUri=https://vault.example.com/x)',
    'token: s3://bucket/token12345678901',
    'password = var.db_password_1',
  ])('F37 takes names and references for no secrets: %s', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });

  it.each([
    [`DB_SECRET=${RANDOM}`, 'token'],
    [`DB_SECRET=prod/${RANDOM}`, 'token'],
    ['API_KEY=1234abcd-12ab-34cd-56ef-1234567890ab', 'token'],
    [`KMS_MASTER_KEY=${RANDOM}`, 'token'],
    ['db_password: !!str Tr0ub4dor', 'password'],
    ['db_password: |\n  Tr0ub4dor', 'password'],
    ['DB_PASSWORD=!Tr0ub4dor', 'password'],
    ['password=*Tr0ub4dor', 'password'],
  ])('F37 still finds the secret in %s', (text, kind) => {
    expect(detectSecrets(text)).toEqual([kind]);
  });

  it('tells the names that secrets are given to, each once, and of what has none that it has none', () => {
    const text = `password=Tr0ub4dor\nDB_PASSWORD=Tr0ub4dor2\nDB_PASSWORD=Tr0ub4dor3\n${pem('PRIVATE KEY')}`;
    expect(findSecrets(text)).toEqual([
      { kind: 'private-key', names: [], hasUnnamed: true },
      { kind: 'password', names: ['password', 'DB_PASSWORD'], hasUnnamed: false },
    ]);
  });

  it('tells no more names than a reader wants', () => {
    const text = Array.from({ length: 99 }, (_, at) => `A_${at}_PASSWORD=Tr0ub4dor`).join('\n');
    const [found] = findSecrets(text);
    expect(found?.names).toHaveLength(50);
    expect(found?.hasUnnamed).toBe(true);
  });

  it('names each detector once and never gives away a value', () => {
    const text = `password=Tr0ub4dor\nDB_PASSWORD=Tr0ub4dor2\nghp_${RANDOM}`;
    expect(detectSecrets(text)).toEqual(['password', 'github-token']);
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        Array.isArray(detectSecrets(text)),
      ),
    );
  });
});
