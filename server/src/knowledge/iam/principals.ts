/** Who assumes a role or calls a function, by service principal. Looked up on 2026-11-24. */

/** Services that run a team's own logic with the role: the roles that wildcard rules are about. */
const COMPUTE: ReadonlySet<string> = new Set([
  "lambda.amazonaws.com",
  "edgelambda.amazonaws.com",
  "states.amazonaws.com",
  "pipes.amazonaws.com",
  "scheduler.amazonaws.com",
  "events.amazonaws.com",
  "apigateway.amazonaws.com",
  "appsync.amazonaws.com",
  "ecs-tasks.amazonaws.com",
]);

/** Services that deploy: their roles must be able to make and change everything that a template holds. */
const DEPLOYMENT: ReadonlySet<string> = new Set([
  "cloudformation.amazonaws.com",
  "codebuild.amazonaws.com",
  "codepipeline.amazonaws.com",
  "codedeploy.amazonaws.com",
  "member.org.stacksets.cloudformation.amazonaws.com",
  "servicecatalog.amazonaws.com",
]);

/** OpenID Connect providers of build services, by the host in the provider's ARN. */
const BUILD_HOSTS: readonly string[] = [
  "token.actions.githubusercontent.com",
  "gitlab.com",
  "api.bitbucket.org",
  "oidc.circleci.com",
  "agent.buildkite.com",
  "app.terraform.io",
  "vstoken.dev.azure.com",
  "api.pulumi.com/oidc",
];

export const runsCode = (servicePrincipal: string): boolean => COMPUTE.has(servicePrincipal.toLowerCase());

/** @param principal a service principal, or the ARN of an OpenID Connect provider */
export const deploys = (principal: string): boolean => {
  const name = principal.toLowerCase();
  return DEPLOYMENT.has(name) || (name.includes(":oidc-provider/") && BUILD_HOSTS.some((host) => name.includes(host)));
};

/** What a Lambda permission for a service can name as its source. */
export interface PermissionSource {
  /** The kind of resource that sends, by our canonical name; undefined where it is none of ours. */
  readonly sender: string | undefined;
  /** The ARN of the source holds no account, so `SourceAccount` must stand beside it: a deleted bucket's name is free for anybody. */
  readonly needsAccount: boolean;
}

/**
 * The services that name their source when they call a function, so that a permission without one is wider than it must be.
 * `undefined` for services that name none, or of which we don't know it.
 */
export const permissionSource = (servicePrincipal: string): PermissionSource | undefined => SOURCES[servicePrincipal.toLowerCase()];

/** Elastic Load Balancing is left out: a target group waits for the permission, so the permission cannot name it in the same template. */
const SOURCES: Readonly<Record<string, PermissionSource>> = {
  "s3.amazonaws.com": { sender: "bucket", needsAccount: true },
  "sns.amazonaws.com": { sender: "topic", needsAccount: false },
  "events.amazonaws.com": { sender: "rule", needsAccount: false },
  "apigateway.amazonaws.com": { sender: "api", needsAccount: false },
  "logs.amazonaws.com": { sender: "logGroup", needsAccount: false },
  "cognito-idp.amazonaws.com": { sender: "userPool", needsAccount: false },
  "iot.amazonaws.com": { sender: undefined, needsAccount: false },
  "config.amazonaws.com": { sender: undefined, needsAccount: false },
  "ses.amazonaws.com": { sender: undefined, needsAccount: false },
  "secretsmanager.amazonaws.com": { sender: "secret", needsAccount: false },
  "lambda.alarms.cloudwatch.amazonaws.com": { sender: "alarm", needsAccount: false },
  "lexv2.amazonaws.com": { sender: undefined, needsAccount: false },
  "codecommit.amazonaws.com": { sender: undefined, needsAccount: false },
  "bedrock.amazonaws.com": { sender: undefined, needsAccount: false },
};
