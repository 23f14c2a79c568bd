import type { ButtonProps } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { TextField, type TextFieldProps } from "./text-field.tsx";

interface LinkToCopyProps extends Pick<TextFieldProps, "label" | "hint" | "name" | "required"> {
  link: string;
  /** What the button says. */
  copy?: string;
  variant?: ButtonProps["variant"];
}

/** A link that is handed on: one press selects it, another copies it. */
export function LinkToCopy({ link, copy, variant, ...field }: LinkToCopyProps) {
  return (
    <>
      <TextField
        {...field}
        value={link}
        readOnly
        dir="ltr"
        onFocus={({ target }) => target.select()}
      />
      <CopyButton text={link} label={copy} variant={variant} />
    </>
  );
}
