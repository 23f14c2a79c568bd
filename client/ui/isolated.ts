/** Words of another writing direction leave what is around them where it is. */
export const isolated = (text: string) => `\u2068${text}\u2069`;
