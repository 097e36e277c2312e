import type { Fact } from "../knowledge/fact.ts";

/**
 * The typed table of one kind of resource: canonical property (AWS's name in camelCase) → what it holds. Dialects map
 * each property by one entry that both reads and writes.
 */
export interface Kind<N extends string, P extends Properties> {
  readonly name: N;
  readonly properties: P;
}

export type Properties = Readonly<Record<string, Property>>;

export type Property =
  | { readonly holds: "number"; readonly unit?: string; readonly default?: number }
  | { readonly holds: "text"; readonly default?: string }
  | { readonly holds: "flag"; readonly default?: boolean }
  /** One resource: by `Ref`, `Fn::GetAtt`, a `Sub` that contains just it, or its literal name. */
  | { readonly holds: "reference" }
  /** A list of terms; a single term counts as a list of one. */
  | { readonly holds: "terms" }
  /** A map or list that rules walk by themselves. */
  | { readonly holds: "structure" };

type Default<T> = T | Fact<T>;
const plain = <T>(value: Default<T>): T => (typeof value === "object" && value !== null && "value" in value ? (value as Fact<T>).value : (value as T));

export const number = <D extends { unit?: string; default?: Default<number> }>(options?: D) =>
  ({
    holds: "number",
    ...(options?.unit ? { unit: options.unit } : {}),
    ...(options?.default === undefined ? {} : { default: plain(options.default) }),
  }) as Described<"number", D, number>;
export const text = <D extends { default?: Default<string> }>(options?: D) =>
  ({ holds: "text", ...(options?.default === undefined ? {} : { default: plain(options.default) }) }) as Described<"text", D, string>;
export const flag = <D extends { default?: Default<boolean> }>(options?: D) =>
  ({ holds: "flag", ...(options?.default === undefined ? {} : { default: plain(options.default) }) }) as Described<"flag", D, boolean>;
export const reference = () => ({ holds: "reference" }) as const;
export const terms = () => ({ holds: "terms" }) as const;
export const structure = () => ({ holds: "structure" }) as const;

type Described<H, D, T> = D extends { default: unknown } ? { readonly holds: H; readonly default: T } : { readonly holds: H; readonly default?: never };

/** Properties that every resource has, whatever its kind. */
export const EVERY = { deletionPolicy: text(), updateReplacePolicy: text(), dependsOn: terms(), tags: structure() } as const;

export function kind<const N extends string, const P extends Properties>(name: N, properties: P): Kind<N, P & typeof EVERY> {
  return { name, properties: { ...EVERY, ...properties } };
}

export type PropertyOf<P extends Properties, H extends Property["holds"]> = { [K in keyof P]: P[K]["holds"] extends H ? K : never }[keyof P] & string;

/** `T` where the property has a default, else `T | undefined`. */
export type Held<P extends Property, T> = P extends { readonly default: T } ? T : T | undefined;
