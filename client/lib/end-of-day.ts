/** The end of a day, where the reader is. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:00`).toISOString();
