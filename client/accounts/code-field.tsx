import type { ReactNode, Ref } from "react";
import { TextField } from "../ui/text-field.tsx";

interface CodeFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** A code of an app, or a recovery code: phones offer digits, and letters beside them. */
export function CodeField(props: CodeFieldProps) {
  return (
    <TextField
      {...props}
      required
      maxLength={20}
      autoComplete="one-time-code"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      dir="ltr"
    />
  );
}
