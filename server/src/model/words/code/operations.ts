import type { ServiceCall } from "../../code/facts.ts";

/** How the names of operations begin that ask for something and change nothing. */
const ASKING = /^(?:Get|Describe|List|Head|BatchGet|Query|Scan|Receive|Select|Filter)/;

/** Whether a call asks for something and changes nothing. */
export const asks = ({ operation }: Pick<ServiceCall, "operation">): boolean => ASKING.test(operation);
