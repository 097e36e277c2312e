/**
 * Options of SDK clients by which one client differs from the next: whose rights it has, and where it calls. JavaScript's and boto3's names.
 * Source: the client configuration of the SDK for JavaScript version 3 and 2, and of boto3 sessions; read 2026-11-24.
 */
export const DISTINGUISHING_OPTIONS: ReadonlySet<string> = new Set([
  "credentials",
  "region",
  "endpoint",
  "accessKeyId",
  "secretAccessKey",
  "sessionToken",
  "region_name",
  "endpoint_url",
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
]);
