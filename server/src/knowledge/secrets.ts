/** What secrets look like, what people name them, and what only looks like one. Forms as their issuers document them, looked up on 2026-11-24. */

/** A form that only a credential has. */
export interface SecretForm {
  /** What it is, with its article, for a message: "an AWS access key id". */
  readonly what: string;
  readonly pattern: RegExp;
}

/**
 * The form that a text has somewhere in it, where it is unmistakable.
 * Documentation keys and placeholders have none: AWS's sample keys end in `EXAMPLE`.
 */
export function secretForm(text: string): SecretForm | undefined {
  if (text.length < SHORTEST_FORM) return undefined;
  return SECRET_FORMS.find((form) => {
    const found = form.pattern.exec(text);
    return found !== null && !MADE_UP.test(found[0]) && !(found.groups?.password && looksLikePlaceholder(found.groups.password));
  });
}

/** What people put into a credential that is none. */
const MADE_UP = /EXAMPLE|x{4}|your|placeholder|change|dummy|fake|(.)\1{7}/i;

/** No form below is shorter. */
const SHORTEST_FORM = 12;

export const SECRET_FORMS: readonly SecretForm[] = [
  { what: "an AWS access key id", pattern: /(?<![A-Z0-9])A(?:KIA|SIA)[A-Z2-7]{16}(?![A-Z0-9])/ },
  { what: "a private key", pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/ },
  { what: "a GitHub token", pattern: /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})/ },
  { what: "a GitLab token", pattern: /(?<![A-Za-z0-9_-])gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{20,}/ },
  { what: "a Stripe secret key", pattern: /(?<![A-Za-z0-9_])[sr]k_live_[A-Za-z0-9]{16,}/ },
  { what: "a Slack token", pattern: /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}/ },
  { what: "a Slack webhook", pattern: /hooks\.slack\.com\/(?:services|workflows)\/T[A-Z0-9]{6,}\/[A-Za-z0-9/]{12,}/ },
  { what: "a Google API key", pattern: /(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/ },
  { what: "an npm token", pattern: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/ },
  { what: "a PyPI token", pattern: /pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}/ },
  { what: "a SendGrid key", pattern: /(?<![A-Za-z0-9_])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/ },
  { what: "an OpenAI key", pattern: /(?<![A-Za-z0-9_-])sk-(?:proj-|svcacct-)[A-Za-z0-9_-]{40,}/ },
  { what: "an Anthropic key", pattern: /(?<![A-Za-z0-9_-])sk-ant-[A-Za-z0-9_-]{32,}/ },
  {
    what: "a URL with a password in it",
    pattern:
      /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/${}<>[\]]{0,100}:(?<password>[^\s:@/${}<>[\]]{3,200})@(?!(?:localhost|127\.0\.0\.1|host\.docker\.internal|dynamodb-local|localstack)\b)[^\s/]+/i,
  },
];

/** Words that make a key the name of a secret, each matched as one word of the key: `DB_PASSWORD`, `stripeApiKey`, `client-secret`. */
const SECRET_WORDS =
  /(?:^|_)(?:password|passwd|passphrase|pwd|secret|secrets|token|credential|credentials|api_?key|apikey|private_?key|access_?key|secret_?key|auth_?key|signing_?key|encryption_?key|client_?secret)(?:_|$)/;

/** Words after which a key names where the secret is, or something about it, and not the secret. */
const ABOUT_A_SECRET =
  /(?:^|_)(?:name|names|arn|arns|path|paths|id|ids|url|uri|endpoint|host|port|user|username|region|prefix|suffix|parameter|param|params|ref|reference|file|filename|location|bucket|table|queue|topic|key_id|version|stage|type|length|size|ttl|expiry|expires|expiration|expiration_\w+|timeout|max_age|rotation|rotation_\w+|policy|algorithm|alg|header|issuer|audience|scope|scopes|enabled|disabled|required|validity|units|limit|count|store|manager|provider|env|var|variable|column|field|attribute|public)$/;
/** The same words where they stand before it: `USE_TOKEN`, `MAX_TOKENS`, `PUBLIC_KEY`. */
const NOT_A_SECRET =
  /(?:^|_)(?:max|min|use|enable|disable|require|allow|no|is|has|public|publishable|csrf|xsrf|page|next|pagination|continuation|start|partition|sort|primary|foreign|hash|range|cache|idempotency)_/;

/** Whether a key, such as the name of a variable, says that its value is a secret. */
export function secretName(key: string): boolean {
  const words = inWords(key);
  return SECRET_WORDS.test(words) && !ABOUT_A_SECRET.test(words) && !NOT_A_SECRET.test(words);
}

/** Whether a key says that its value names or describes something: an ARN, a path, an id, a host. */
export const namesSomething = (key: string): boolean => ABOUT_A_SECRET.test(inWords(key));

/** `stripeApiKey`, `STRIPE-API-KEY` and `stripe.api_key` are all `stripe_api_key`. */
function inWords(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}

const PLACEHOLDER =
  /^(?:change_?me|changeit|replace_?me|update_?me|fill_?me(?:_?in)?|todo|tbd|none|null|nil|undefined|true|false|empty|dummy|fake|mock|test|testing|example|sample|placeholder|default|secret|password|passwd|token|string|value|foo|bar|baz|foobar|xxx+|abc|abc123|local|localhost|postgres|root|admin|minio|minioadmin|guest|user|my_?\w*|your_?\w*|insert_?\w*|put_?\w*|enter_?\w*|some_?\w*|a_?secret)$/;
const PLACEHOLDER_PART =
  /change_?me|replace_?(?:me|this|with)|placeholder|your_|_here$|todo|dummy|example|xxxx|sample|fake|not_?(?:a_?)?(?:real|secret)|123456|abcdef/;

/** Whether a text stands for a secret that somebody will fill in: `changeme`, `<token>`, `xxx`, one character over and over, or a reference. */
export function looksLikePlaceholder(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "" || /^(.)\1*$/.test(trimmed)) return true;
  if (/^<.*>$|^\[.*\]$|\$\{|\{\{|^%.*%$|^__.*__$|^\.{3}/.test(trimmed)) return true;
  const words = inWords(trimmed);
  return PLACEHOLDER.test(words) || PLACEHOLDER_PART.test(words);
}

/**
 * Keys that are meant for the public (Stripe's publishable key, Google's reCAPTCHA site key), identifiers (UUIDs, ARNs, AWS ids) and paths, addresses
 * and names: the value says by itself that it is no secret.
 */
export function looksPublic(text: string): boolean {
  return PUBLIC_FORMS.some((form) => form.test(text.trim()));
}

const PUBLIC_FORMS: readonly RegExp[] = [
  /^pk_(?:live|test)_/,
  /^arn:/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /^[a-z]{2}(?:-[a-z]+)+-\d_[A-Za-z0-9]+$/,
  /^(?:https?|s3|ssm|file):\/\/[^@]*$/i,
  /^\.{0,2}\/[\w./*-]*$/,
  /^alias\//,
  /^[\w.+-]+@[\w-]+\.[\w.-]+$/,
  /^\d+(?:\.\d+)*$/,
  /^-----BEGIN (?:PUBLIC KEY|CERTIFICATE)-----/,
];

/** Shannon entropy of a text in bits a character: English words have about 3, random base64 about 5 at 40 characters. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts.values()].reduce((bits, count) => bits - (count / length) * Math.log2(count / length), 0);
}

/** Shorter values are too often words. */
const SHORTEST_SECRET = 8;
/** With this and the other conditions, what remains in public sample templates are passwords, not names. */
const ENTROPY_OF_SECRETS = 2.9;
/** A short text can't reach it: there, this part of what its length allows is enough. */
const PART_OF_POSSIBLE_ENTROPY = 0.85;

/** Whether a literal under a secret's name is likely the secret itself. */
export function looksLikeSecretValue(text: string): boolean {
  if (text.length < SHORTEST_SECRET || /[\s()]|^\$/.test(text)) return false;
  const enough = Math.min(ENTROPY_OF_SECRETS, PART_OF_POSSIBLE_ENTROPY * Math.log2(text.length));
  return !looksLikePlaceholder(text) && !looksPublic(text) && entropy(text) >= enough && !looksLikeName(text);
}

/** Letters alone, also in parts, are how people write names (`taskToken`, `orders-secret`), unless they are many and as mixed as only chance makes them. */
function looksLikeName(text: string): boolean {
  if (!/^[A-Za-z]+(?:[-_./:][A-Za-z]+)*$/.test(text)) return false;
  return text.length < 24 || entropy(text) < 4.2;
}

/**
 * Properties, by their last name, that CloudFormation resources take a secret in. From the resource reference, looked up on 2026-11-24.
 */
export const SECRET_PROPERTIES: ReadonlySet<string> = new Set([
  "MasterUserPassword",
  "AdminUserPassword",
  "AuthToken",
  "SecretString",
  "OAuthToken",
  "AccessToken",
  "ClientSecret",
  "client_secret",
  "Password",
  "Passwords",
  "PrivateKey",
  "SecretToken",
  "AdminPassword",
]);
