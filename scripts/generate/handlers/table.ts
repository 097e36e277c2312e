import { CLIENTS } from "./clients.ts";
import { DEEDS } from "./deeds.ts";
import { ENTRIES } from "./entries.ts";
import type { Section } from "./spelling.ts";

export const TABLE: readonly Section[] = [ENTRIES, CLIENTS, ...DEEDS];
