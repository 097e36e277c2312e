/** An operation that fetches a secret or setting, with the parameter that says which; one that lists what there is reads data, which may not be old. */
export interface SecretRead {
  readonly service: string;
  readonly operation: string;
  readonly named: string;
  /** What is fetched, in a message. */
  readonly what: "secret" | "parameter" | "key";
  /** The operations that change what is fetched: a handler that does both keeps its state there. */
  readonly changedBy: readonly string[];
}

/** Source: the API references of Secrets Manager, Systems Manager and KMS, read 2026-11-24. */
export const SECRET_READS: readonly SecretRead[] = [
  { service: "secretsmanager", operation: "GetSecretValue", named: "SecretId", what: "secret", changedBy: ["PutSecretValue", "UpdateSecret"] },
  { service: "ssm", operation: "GetParameter", named: "Name", what: "parameter", changedBy: ["PutParameter"] },
  { service: "ssm", operation: "GetParameters", named: "Names", what: "parameter", changedBy: ["PutParameter"] },
  { service: "kms", operation: "Decrypt", named: "CiphertextBlob", what: "key", changedBy: [] },
];

/** The steps that Secrets Manager asks a rotation function for; it reads secrets because they change. Source: the user guide of Secrets Manager, 2026-11-24. */
export const ROTATION_STEPS: readonly string[] = ["createSecret", "setSecret", "testSecret", "finishSecret"];
