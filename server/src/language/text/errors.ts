/** What an error says; anything else that was thrown, as text. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The same with the places in the code that it comes from, for whoever looks for the fault. */
export const detailsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
