/** An operation that answers page by page. */
export interface Paged {
  readonly service: string;
  readonly operation: string;
  /** The fields of the answer that say that there is more. */
  readonly more: readonly string[];
  /** What one page holds at most, for the message. */
  readonly page: string;
  /** Parameters that make a page smaller, or leave a few: whoever gives one knows what is wanted. */
  readonly limits: readonly string[];
}

const paged = (service: string, operation: string, more: readonly string[], page: string, limits: readonly string[]): Paged => ({
  service,
  operation,
  more,
  page,
  limits,
});

const DYNAMODB_MORE = ["LastEvaluatedKey"];
const NEXT_TOKEN = ["NextToken", "nextToken"];

/**
 * Operations whose first page is often taken for everything.
 * Source: the API references of the services and paginators-1.json of botocore 1.44.8, read 2026-11-24.
 */
export const PAGED: readonly Paged[] = [
  paged("dynamodb", "Query", DYNAMODB_MORE, "1 MB", ["Limit"]),
  paged("dynamodb", "Scan", DYNAMODB_MORE, "1 MB", ["Limit"]),
  paged("s3", "ListObjectsV2", ["NextContinuationToken", "IsTruncated"], "1,000 keys", ["MaxKeys"]),
  paged("s3", "ListObjects", ["NextMarker", "Marker", "IsTruncated"], "1,000 keys", ["MaxKeys"]),
  paged("s3", "ListObjectVersions", ["NextKeyMarker", "NextVersionIdMarker", "IsTruncated"], "1,000 versions", ["MaxKeys"]),
  paged("cognito-idp", "ListUsers", ["PaginationToken"], "60 users", ["Limit", "Filter"]),
  paged("cognito-idp", "ListUsersInGroup", NEXT_TOKEN, "60 users", ["Limit"]),
  paged("logs", "DescribeLogStreams", NEXT_TOKEN, "50 streams", ["limit", "logStreamNamePrefix"]),
  paged("logs", "DescribeLogGroups", NEXT_TOKEN, "50 groups", ["limit", "logGroupNamePrefix"]),
  paged("logs", "FilterLogEvents", NEXT_TOKEN, "1 MB", ["limit"]),
  paged("ssm", "GetParametersByPath", NEXT_TOKEN, "10 parameters", ["MaxResults"]),
  paged("stepfunctions", "ListExecutions", NEXT_TOKEN, "1,000 executions", ["maxResults"]),
  paged("lambda", "ListFunctions", ["NextMarker"], "50 functions", ["MaxItems"]),
  paged("iam", "ListRoles", ["Marker", "IsTruncated"], "100 roles", ["MaxItems"]),
  paged("iam", "ListUsers", ["Marker", "IsTruncated"], "100 users", ["MaxItems"]),
];

export const pagedOperation = (service: string, operation: string): Paged | undefined =>
  PAGED.find((one) => one.service === service && one.operation === operation);
