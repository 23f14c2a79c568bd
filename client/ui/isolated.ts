/** Words of another writing direction leave what is around them where it is. */
export const isolated = (text: string) => `\u2068${text}\u2069`;

const scripts = "Arab Hebr Syrc Thaa Nkoo Samr Mand Adlm Rohg".split(" ");
const ofRightToLeft = scripts.map((name) => `\\p{scx=${name}}`).join("");
const runsLeft = new RegExp(`[${ofRightToLeft}\\u061C\\u200F](?<!\\p{Nd})`, "u");
const runsRight = new RegExp(`(?![${ofRightToLeft}])\\p{L}|\\u200E`, "u");

/** What is filled into a sentence, isolated where it has letters that run against the sentence. */
export const isolatedWithin = (text: string, isRightToLeft: boolean) =>
  (isRightToLeft ? runsRight : runsLeft).test(text) ? isolated(text) : text;
