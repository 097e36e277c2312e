/**
 * What the keys of a `Condition` mean for a review, from https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and the
 * services' own lists, looked up on 2026-11-24. IAM ignores the case of keys.
 */

/** Whether a key says who may call: with it, a policy for `Principal: "*"` is not open to everybody. */
export const pinsPrincipal = (key: string): boolean => PRINCIPAL_KEYS.has(key.toLowerCase());

/** Whether a key says what may be touched: with it, `Resource: "*"` is not everything. */
export function limitsResource(key: string): boolean {
  const name = key.toLowerCase();
  return RESOURCE_KEYS.has(name) || RESOURCE_TAG.test(name);
}

/** Whether a key says to whom a passed role may go. */
export const limitsPassedRole = (key: string): boolean => PASS_ROLE_KEYS.has(key.toLowerCase());

/** Whether a key says through which service a call must come, which keeps the holder from making it directly. */
export const limitsCallPath = (key: string): boolean => CALL_PATH_KEYS.has(key.toLowerCase());

const PRINCIPAL_KEYS: ReadonlySet<string> = new Set([
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalservicename",
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpcarn",
  "aws:sourcevpce",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
  "aws:sourceip",
  "aws:vpcsourceip",
  "kms:calleraccount",
  "sns:endpoint",
]);

const RESOURCE_KEYS: ReadonlySet<string> = new Set([
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "cloudwatch:namespace",
  "dynamodb:leadingkeys",
  "s3:prefix",
  "s3:resourceaccount",
  "s3:dataaccesspointarn",
  "s3:dataaccesspointaccount",
  "ses:fromaddress",
  "kms:viaservice",
  "kms:resourcealiases",
  "kms:encryptioncontextkeys",
  "ecs:cluster",
  "ec2:vpc",
  "ec2:subnet",
  "lambda:functionarn",
]);

/** `aws:ResourceTag/Team`, `ec2:ResourceTag/Team`, `s3:ExistingObjectTag/Team`, `kms:EncryptionContext:Team`: the key goes on with a name. */
const RESOURCE_TAG = /^(?:[a-z0-9-]+:resourcetag\/|s3:existingobjecttag\/|kms:encryptioncontext:)/;

const PASS_ROLE_KEYS: ReadonlySet<string> = new Set(["iam:passedtoservice", "iam:associatedresourcearn"]);

const CALL_PATH_KEYS: ReadonlySet<string> = new Set(["aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:viaawsservice", "kms:viaservice"]);
