/**
 * Functions that find out who calls or whether a message is genuine, by language: package → names from the module on; an empty
 * list stands for every function of the package. Source: the documentation of the packages in the registries, 2026-11-24.
 */
export const VERIFIERS: Readonly<Record<"javascript" | "python", Readonly<Record<string, readonly string[]>>>> = {
  javascript: {
    jsonwebtoken: ["verify"],
    jose: ["jwtVerify", "compactVerify", "flattenedVerify"],
    "aws-jwt-verify": [],
    "jwks-rsa": [],
    "express-jwt": [],
    passport: [],
    crypto: ["timingSafeEqual", "verify", "createVerify"],
    "@octokit/webhooks": [],
    "@clerk/backend": [],
    "next-auth": [],
    "google-auth-library": [],
    "firebase-admin": [],
    svix: [],
    "discord-interactions": ["verifyKey"],
    "@slack/bolt": [],
    tweetnacl: [],
  },
  python: {
    jwt: ["decode"],
    "jose.jwt": ["decode"],
    jose: ["jwt.decode"],
    hmac: ["compare_digest"],
    secrets: ["compare_digest"],
    cognitojwt: [],
    authlib: [],
    nacl: [],
    stripe: ["Webhook.construct_event"],
    svix: [],
    firebase_admin: [],
    slack_bolt: [],
  },
};

/** Methods that do so, whatever they are called on. */
export const VERIFYING_METHODS: ReadonlySet<string> = new Set([
  "constructEvent",
  "constructEventAsync",
  "construct_event",
  "verifyIdToken",
  "verify_id_token",
  "verifyWebhook",
]);

/** Names of modules and packages that say that somebody thought of who calls. */
export const SPEAKS_OF_IDENTITY =
  /(^|[^a-z])(auth|authn|authz|authorize|authorizer|jwt|oidc|oauth2?|session|passport|clerk|webhook|signature|cognito-?jwt|hmac)([^a-z]|$)/i;
