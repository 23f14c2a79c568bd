/*
 * Which sign means agree. Polis stores agree as -1; its exports have turned that round in some files and versions
 * and not in others, and one version counted the columns "agrees" and "disagrees" the wrong way. So nothing is
 * taken on trust: everything in the export that knows what agree means is a witness, and they must not differ.
 */

export type AgreeSign = 1 | -1;

/** How far what a file says about agreeing lies from its votes, under either reading. */
export interface SignWitness {
  readonly name: string;
  /** Votes that are left unexplained if 1 means agree. */
  readonly ifPlus: number;
  /** Votes that are left unexplained if -1 means agree. */
  readonly ifMinus: number;
}

export type SignVerdict =
  | { readonly sign: AgreeSign }
  | { readonly sign: null; readonly reason: string };

/** A witness speaks for a reading only where the other one leaves more than twice as much unexplained. */
export function heard(witness: SignWitness): AgreeSign | null {
  if (witness.ifPlus * 2 < witness.ifMinus) return 1;
  if (witness.ifMinus * 2 < witness.ifPlus) return -1;
  return null;
}

/** The reading on which all witnesses that speak are agreed, or why there is none. */
export function judgeSign(witnesses: readonly SignWitness[]): SignVerdict {
  const speaking = witnesses.flatMap((witness) => {
    const sign = heard(witness);
    return sign === null ? [] : [{ name: witness.name, sign }];
  });
  const [first] = speaking;
  if (first === undefined) return { sign: null, reason: "nothing in the files tells" };
  if (speaking.every(({ sign }) => sign === first.sign)) return { sign: first.sign };
  const reason = speaking.map(({ name, sign }) => `by ${name} agree is ${sign}`).join(", ");
  return { sign: null, reason };
}

/** Compares counts of agreeing and disagreeing with the votes of either sign. */
export class CountWitness {
  private readonly name: string;
  private ifPlus = 0;
  private ifMinus = 0;

  constructor(name: string) {
    this.name = name;
  }

  compare(
    said: { agrees: number; disagrees: number },
    votes: { plus: number; minus: number },
  ): void {
    this.ifPlus += distance(said.agrees, votes.plus) + distance(said.disagrees, votes.minus);
    this.ifMinus += distance(said.agrees, votes.minus) + distance(said.disagrees, votes.plus);
  }

  testimony(): SignWitness {
    return { name: this.name, ifPlus: this.ifPlus, ifMinus: this.ifMinus };
  }
}

const distance = (a: number, b: number): number => (a > b ? a - b : b - a);
