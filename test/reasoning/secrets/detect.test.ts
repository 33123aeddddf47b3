import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectSecrets } from '../../../src/reasoning/secrets/detect.ts';
import { decodeUserData } from '../../../src/reasoning/secrets/user-data.ts';

// Values are put together here so that no scanner of this repository takes them for real ones.
const ACCESS_KEY_ID = ['AKIA', 'QX4BIPW3AHOV29GN'.replace('9', '7')].join('');
const SECRET_KEY = ['u2Gq8zT1', 'vXw9LmN4', 'pRs6YbKd', 'JhE3cFa7', 'Zt5iUo0Q'].join('');
const RANDOM = ['9fK2mQ7x', 'Vb4TzL1p', 'Wc8RnD3s', 'Hj6YgA5e', 'Bu0i'].join('');
const PEM_BODY = 'MIIEpAIBAAKCAQEA7bq98cTnrCgR0dq3jUvK\n'.repeat(3);

const pem = (kind: string, body = PEM_BODY): string =>
  `-----BEGIN ${kind}-----\n${body}-----END ${kind}-----`;

describe('detectSecrets', () => {
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

describe('decodeUserData', () => {
  const encode = (text: string | Buffer): string => Buffer.from(text).toString('base64');
  const mime = (...parts: string[]): string =>
    `Content-Type: multipart/mixed;\n boundary="==B=="\nMIME-Version: 1.0\n\n${parts.map((part) => `--==B==\n${part}\n`).join('')}--==B==--\n`;
  const encodedPart = (content: string | Buffer): string =>
    `Content-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\n${encode(content)}`;

  it('gives back any text that was encoded, plain or gzipped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\uFEFF]/.test(text)),
        (text) => {
          expect(decodeUserData(encode(text))).toBe(text);
          expect(decodeUserData(encode(gzipSync(text)))).toBe(text);
        },
      ),
    );
  });

  it('reads what Windows tools write: UTF-16 with a byte order mark', () => {
    expect(decodeUserData(encode(Buffer.from('\uFEFFDB_PASSWORD=x', 'utf16le')))).toBe(
      'DB_PASSWORD=x',
    );
  });

  it('decodes the encoded parts of a MIME archive, gzipped and nested ones too', () => {
    const inner = mime(encodedPart('PASSWORD=inner'));
    const text = decodeUserData(
      encode(
        gzipSync(
          mime(
            encodedPart('PASSWORD=plain'),
            encodedPart(gzipSync('PASSWORD=zipped')),
            encodedPart(inner),
          ),
        ),
      ),
    );
    expect(text).toContain('PASSWORD=plain');
    expect(text).toContain('PASSWORD=zipped');
    expect(text).toContain('PASSWORD=inner');
  });

  it('keeps the text of MIME parts that are not encoded', () => {
    expect(decodeUserData(encode(mime('Content-Type: text/plain\n\nPASSWORD=plain')))).toContain(
      'PASSWORD=plain',
    );
  });

  it.each([
    ['is not base64', 'not base64!'],
    ['is a truncated gzip stream', encode(gzipSync('x'.repeat(500)).subarray(0, 20))],
    ['expands beyond 1 MiB', encode(gzipSync(Buffer.alloc(2 * 1024 * 1024, 'a')))],
    [
      'expands beyond 1 MiB in several parts',
      encode(
        mime(...Array.from({ length: 3 }, () => encodedPart(gzipSync(Buffer.alloc(500_000, 'a'))))),
      ),
    ],
    ['is binary', encode(Buffer.from([0x42, 0x5a, 0x68, 0x00, 0x01]))],
    [
      'holds a part that cannot be decoded',
      encode(mime('Content-Transfer-Encoding: base64\n\n???')),
    ],
  ])('is undefined for what %s', (_title, userData) => {
    expect(decodeUserData(userData)).toBeUndefined();
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        ['string', 'undefined'].includes(typeof decodeUserData(text)),
      ),
    );
  });
});
