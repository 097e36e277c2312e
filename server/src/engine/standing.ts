import type { Deployment } from "../model/deployment.ts";
import type { Deployments } from "../model/scope.ts";
import type { Draft } from "./check.ts";
import { upToThree, withWhere } from "./message.ts";

/** What a check found in one world, by aspect. */
export interface Found {
  /** The deployment that the world stands for; undefined for a world in which nothing depended on it. */
  readonly deployment: Deployment | undefined;
  readonly drafts: ReadonlyMap<string, Draft>;
}

/**
 * The findings that stand: those that hold in every world of some deployment. One that does not hold in all deployments
 * names those in which it does.
 */
export function standing(worlds: readonly Found[], { reviewed, leftOut }: Deployments): readonly Draft[] {
  if (worlds.every(({ deployment }) => deployment === undefined)) return [...inAll(worlds).values()];
  const each = reviewed.flatMap((deployment) => {
    const own = worlds.filter((world) => world.deployment === undefined || world.deployment === deployment);
    return own.length === 0 ? [] : [{ name: deployment.name, drafts: inAll(own) }];
  });
  const keys = new Set(each.flatMap(({ drafts }) => [...drafts.keys()]));
  return [...keys].flatMap((key) => {
    const draft = each.find(({ drafts }) => drafts.has(key))?.drafts.get(key);
    if (!draft) return [];
    const names = each.filter(({ drafts }) => drafts.get(key)?.message === draft.message).map(({ name }) => name);
    return [names.length === each.length + leftOut.length ? draft : named(draft, names)];
  });
}

function inAll([first, ...others]: readonly Found[]): ReadonlyMap<string, Draft> {
  return new Map([...(first?.drafts ?? [])].filter(([key]) => others.every(({ drafts }) => drafts.has(key))));
}

function named(draft: Draft, deployments: readonly string[]): Draft {
  const where = `in ${upToThree(deployments)}`;
  const many = draft.many === undefined ? undefined : withWhere(draft.many, where);
  return { ...draft, message: withWhere(draft.message, where), many, cause: `${draft.cause} ${where}` };
}
