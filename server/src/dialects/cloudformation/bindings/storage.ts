import type { Binding } from "../../../model/part.ts";
import { bind } from "../../bind.ts";

const TABLE = {
  replicas: null,
  pointInTimeRecovery: "Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled",
  timeToLiveAttribute: "Properties.TimeToLiveSpecification.AttributeName",
  timeToLiveEnabled: "Properties.TimeToLiveSpecification.Enabled",
  deletionProtection: "Properties.DeletionProtectionEnabled",
  streamViewType: "Properties.StreamSpecification.StreamViewType",
  indexes: "Properties.GlobalSecondaryIndexes",
  kmsMasterKeyId: "Properties.SSESpecification.KMSMasterKeyId",
} as const;

const DOMAIN = { vpcOptions: "Properties.VPCOptions", advancedSecurity: "Properties.AdvancedSecurityOptions.Enabled" } as const;

export const STORAGE: Readonly<Record<string, Binding>> = {
  "AWS::DynamoDB::Table": bind("table", TABLE),
  "AWS::DynamoDB::GlobalTable": bind("table", TABLE, {
    replicas: "Properties.Replicas",
    // Replicas carry these one by one, so the table as a whole has no single place for them.
    pointInTimeRecovery: null,
    deletionProtection: null,
    kmsMasterKeyId: null,
  }),
  "AWS::S3::Bucket": bind("bucket", {
    publicAccessBlock: "Properties.PublicAccessBlockConfiguration",
    blockPublicPolicy: "Properties.PublicAccessBlockConfiguration.BlockPublicPolicy",
    restrictPublicBuckets: "Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets",
    versioning: "Properties.VersioningConfiguration.Status",
  }),
  "AWS::RDS::DBInstance": bind("database", {
    identifier: "Properties.DBInstanceIdentifier",
    cluster: "Properties.DBClusterIdentifier",
    sourceInstance: "Properties.SourceDBInstanceIdentifier",
  }),
  "AWS::RDS::DBCluster": bind("database", {
    identifier: "Properties.DBClusterIdentifier",
    cluster: null,
    sourceInstance: "Properties.ReplicationSourceIdentifier",
  }),
  "AWS::EFS::FileSystem": bind("fileSystem"),
  "AWS::OpenSearchService::Domain": bind("searchDomain", DOMAIN),
  "AWS::Elasticsearch::Domain": bind("searchDomain", DOMAIN),
  "AWS::ElastiCache::ServerlessCache": bind("cache"),
  "AWS::ElastiCache::CacheCluster": bind("cache"),
  "AWS::ElastiCache::ReplicationGroup": bind("cache"),
  "AWS::Cognito::UserPool": bind("userPool", { triggers: "Properties.LambdaConfig" }),
  "AWS::KMS::Key": bind("key"),
  "AWS::SecretsManager::Secret": bind("secret", { secretName: "Properties.Name" }),
  "AWS::SSM::Parameter": bind("configurationParameter", { parameterName: "Properties.Name" }),
  "AWS::Backup::BackupSelection": bind("backupSelection", {
    resources: "Properties.BackupSelection.Resources",
    conditions: "Properties.BackupSelection.ListOfTags",
  }),
  "AWS::ECR::Repository": bind("repository"),
};
