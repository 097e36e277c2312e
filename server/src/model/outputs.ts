/** The section of a template that tells others of its resources; the ids of its parts start with it, as no resource's does. */
export const OUTPUTS = "Outputs";
