import type { Binding } from "../../../model/part.ts";
import { bind } from "../../bind.ts";
import { API } from "./api.ts";
import { COMPUTE } from "./compute.ts";
import { IDENTITY } from "./identity.ts";
import { MESSAGING } from "./messaging.ts";
import { OPERATIONS } from "./operations.ts";
import { STORAGE } from "./storage.ts";

/** AWS's resource types and how each writes its kind. */
export const BINDINGS: ReadonlyMap<string, Binding> = new Map(Object.entries({ ...API, ...COMPUTE, ...IDENTITY, ...MESSAGING, ...OPERATIONS, ...STORAGE }));

/** Any type that no kind describes: only its attributes and its mentions are known. */
export const OTHER = bind("other");
