/**
 * Something the person who started the program can put right. The message is one clear sentence that says
 * what is wrong and the way out; it is printed alone, without a stack trace.
 */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
