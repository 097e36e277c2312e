import { flag, kind, reference, structure, terms, text } from "../kind.ts";

/** A DynamoDB table or global table. */
export const table = kind("table", {
  tableName: text(),
  billingMode: text(),
  pointInTimeRecovery: flag({ default: false }),
  /** The Regions of a global table, each with settings of its own. */
  replicas: structure(),
  timeToLiveAttribute: text(),
  timeToLiveEnabled: flag({ default: false }),
  deletionProtection: flag({ default: false }),
  streamViewType: text(),
  keySchema: structure(),
  indexes: structure(),
  kmsMasterKeyId: text(),
});

export const bucket = kind("bucket", {
  bucketName: text(),
  websiteConfiguration: structure(),
  publicAccessBlock: structure(),
  blockPublicPolicy: flag(),
  restrictPublicBuckets: flag(),
  versioning: text(),
  notificationConfiguration: structure(),
  lifecycleConfiguration: structure(),
  accessControl: text(),
});

/** A relational database instance or cluster. */
export const database = kind("database", {
  identifier: text(),
  deletionProtection: flag({ default: false }),
  masterUserPassword: text(),
  cluster: reference(),
  sourceInstance: reference(),
});

export const fileSystem = kind("fileSystem", {});
export const searchDomain = kind("searchDomain", { domainName: text(), vpcOptions: structure(), advancedSecurity: flag({ default: false }) });
export const cache = kind("cache", {});
export const userPool = kind("userPool", { userPoolName: text(), deletionProtection: text({ default: "INACTIVE" }), triggers: structure() });
export const key = kind("key", { keyUsage: text() });
export const secret = kind("secret", { secretName: text(), secretString: text() });
export const configurationParameter = kind("configurationParameter", { parameterName: text(), type: text() });
export const backupSelection = kind("backupSelection", { resources: terms(), conditions: structure() });
export const repository = kind("repository", { repositoryName: text() });
