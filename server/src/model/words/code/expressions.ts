/** Whether a condition of DynamoDB asks for one item by the equality of two keys. */
export const asksForOneItem = (condition: string): boolean => / and /i.test(condition) && !/begins_with|between|[<>]/i.test(condition);

/** Whether a condition of DynamoDB leaves a choice. */
export const leavesChoice = (condition: string): boolean => /\sor\s/i.test(condition);
