/** '(3)' is column 3; '(8+9)/7' is a formula, whose brackets mean something. */
export const bareNumber = (number: string): string => number.replace(/^\(([^()]*)\)$/, '$1');
