/** A group is named as long as anything moves in its debate. */
export const mayName = (phase: string): boolean => phase !== "draft" && phase !== "archived";
