/** Real time, in seconds. A forgotten browser ends by itself; a link that nobody used does too. */
export const SESSION_IDLE_SECONDS = 12 * 3600;
export const SESSION_LONGEST_SECONDS = 30 * 86_400;
export const RESET_LINK_SECONDS = 24 * 3600;
export const LONGEST_TOKEN_DAYS = 365;
