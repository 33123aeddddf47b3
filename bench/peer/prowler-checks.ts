/**
 * The checks of Prowler that mean the same as ours, by ours. Where Prowler divides one into several, or judges more
 * narrowly, all of them are named; where it has none, ours is not named. Read from Prowler 5.46.0.
 */
const sameMeaning = {
  'accessanalyzer-external-enabled': ['accessanalyzer_enabled'],
  'account-contact-details-present': ['account_maintain_current_contact_details'],
  'account-security-contact': ['account_security_contact_information_is_registered'],
  'cloudtrail-bucket-access-logging': ['cloudtrail_logs_s3_bucket_access_logging_enabled'],
  'cloudtrail-bucket-not-public': ['cloudtrail_logs_s3_bucket_is_not_publicly_accessible'],
  'cloudtrail-kms-encryption': ['cloudtrail_kms_encryption_enabled'],
  'cloudtrail-log-file-validation': ['cloudtrail_log_file_validation_enabled'],
  'cloudtrail-multi-region-enabled': [
    'cloudtrail_multi_region_enabled',
    'cloudtrail_multi_region_enabled_logging_management_events',
  ],
  'cloudtrail-s3-read-events': ['cloudtrail_s3_dataevents_read_enabled'],
  'cloudtrail-s3-write-events': ['cloudtrail_s3_dataevents_write_enabled'],
  'config-recorder-enabled': ['config_recorder_all_regions_enabled'],
  'ebs-default-encryption': ['ec2_ebs_default_encryption'],
  'ebs-snapshot-not-public': [
    'ec2_ebs_public_snapshot',
    'ec2_ebs_snapshot_account_block_public_access',
  ],
  'ebs-volume-backup-covered': ['ec2_ebs_volume_protected_by_backup_plan'],
  'ebs-volume-encrypted': ['ec2_ebs_volume_encryption'],
  'ec2-instance-imdsv2': ['ec2_instance_imdsv2_enabled'],
  'ec2-instance-user-data-no-secrets': ['ec2_instance_secrets_user_data'],
  'ec2-nacl-no-admin-ports-open': [
    'ec2_networkacl_allow_ingress_any_port',
    'ec2_networkacl_allow_ingress_tcp_port_22',
    'ec2_networkacl_allow_ingress_tcp_port_3389',
  ],
  'ec2-sg-default-closed': ['ec2_securitygroup_default_restrict_traffic'],
  'ec2-sg-no-admin-ports-open-ipv4': [
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389',
  ],
  'ec2-sg-no-admin-ports-open-ipv6': [
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389',
  ],
  'ec2-sg-no-all-traffic-open': ['ec2_securitygroup_allow_ingress_from_internet_to_all_ports'],
  'ec2-sg-no-cifs-open': [
    'ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports',
    'ec2_instance_port_cifs_exposed_to_internet',
  ],
  'ec2-sg-no-database-ports-open': [
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_cassandra_7199_9160_8888',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_memcached_11211',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mongodb_27017_27018',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379',
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434',
  ],
  'iam-access-key-rotated': ['iam_rotate_access_key_90_days'],
  'iam-cloudshell-full-access-restricted': ['iam_policy_cloudshell_admin_not_attached'],
  'iam-instance-role-attached': ['ec2_instance_profile_attached'],
  'iam-password-policy-min-length': ['iam_password_policy_minimum_length_14'],
  'iam-password-policy-reuse-prevention': ['iam_password_policy_reuse_24'],
  'iam-policy-no-full-admin': [
    'iam_aws_attached_policy_no_administrative_privileges',
    'iam_customer_attached_policy_no_administrative_privileges',
  ],
  'iam-root-hardware-mfa': ['iam_root_hardware_mfa_enabled'],
  'iam-root-mfa': ['iam_root_mfa_enabled'],
  'iam-root-no-access-keys': ['iam_no_root_access_key'],
  'iam-root-not-used-recently': ['iam_avoid_root_usage'],
  'iam-server-certificates-not-expired': ['iam_no_expired_server_certificates_stored'],
  'iam-support-role': ['iam_support_role_created'],
  'iam-user-console-mfa': ['iam_user_mfa_enabled_console_access'],
  'iam-user-credentials-used-recently': [
    'iam_user_accesskey_unused',
    'iam_user_console_access_unused',
  ],
  'iam-user-no-direct-policies': ['iam_policy_attached_only_to_group_or_roles'],
  'iam-user-no-key-at-creation': ['iam_user_no_setup_initial_access_key'],
  'iam-user-single-active-key': ['iam_user_two_active_access_key'],
  'iam-users-managed-centrally': ['iam_check_saml_providers_sts'],
  'kms-key-not-public': ['kms_key_not_publicly_accessible'],
  'kms-key-rotation': ['kms_cmk_rotation_enabled'],
  'organizations-central-root-access': ['iam_root_credentials_management_enabled'],
  'rds-cluster-encrypted': ['rds_cluster_storage_encrypted'],
  'rds-cluster-multi-az': ['rds_cluster_multi_az'],
  'rds-instance-auto-minor-upgrade': [
    'rds_instance_minor_version_upgrade_enabled',
    'rds_cluster_minor_version_upgrade_enabled',
  ],
  'rds-instance-backup-enabled': ['rds_instance_backup_enabled'],
  'rds-instance-encrypted': ['rds_instance_storage_encrypted'],
  'rds-instance-multi-az': ['rds_instance_multi_az'],
  'rds-instance-not-public': ['rds_instance_no_public_access'],
  'rds-snapshot-not-public': ['rds_snapshots_public_access'],
  'rds-tls-required': ['rds_instance_transport_encrypted'],
  's3-account-public-access-blocked': ['s3_account_level_public_access_blocks'],
  's3-bucket-default-encryption': ['s3_bucket_default_encryption'],
  's3-bucket-mfa-delete': ['s3_bucket_no_mfa_delete'],
  's3-bucket-not-public': ['s3_bucket_public_access', 's3_bucket_public_list_acl'],
  's3-bucket-not-publicly-writable': [
    's3_bucket_policy_public_write_access',
    's3_bucket_public_write_acl',
  ],
  's3-bucket-public-access-blocked': ['s3_bucket_level_public_access_block'],
  's3-bucket-tls-only': ['s3_bucket_secure_transport_policy'],
  's3-bucket-versioning': ['s3_bucket_object_versioning'],
  'vpc-endpoints-in-use': ['vpc_endpoint_for_ec2_enabled'],
  'vpc-flow-logs-enabled': ['vpc_flow_logs_enabled'],
  'vpc-peering-routes-least-access': ['vpc_peering_routing_tables_with_least_privilege'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Ids of our checks that Prowler has too. */
export const ours: readonly string[] = Object.keys(sameMeaning);

/** Ids of Prowler's checks of the same meaning, each once. */
export const prowlers: readonly string[] = [
  ...new Set(Object.values(sameMeaning).flat()),
].toSorted();
