import { useState } from "react";

interface Choosing<Value> {
  /** What is kept; undefined while nothing is. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** What is chosen shows at once: arrow keys step from it, however long it takes until it is kept. */
export function useChosen<Value>({ value, onChange }: Choosing<Value>): Choosing<Value> {
  const [kept, setKept] = useState(value);
  const [chosen, setChosen] = useState(value);
  if (kept !== value) {
    setKept(value);
    setChosen(value);
  }
  const choose = (next: Value) => {
    setChosen(next);
    onChange(next);
  };
  return { value: chosen, onChange: choose };
}
