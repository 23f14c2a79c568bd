import { type DragEvent, type ReactNode, useState } from "react";
import { cx } from "./cx.ts";

interface DropAreaProps {
  onFiles: (files: FileList) => void;
  children: ReactNode;
}

/** Where files can be dropped. */
export function DropArea({ onFiles, children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles(event.dataTransfer.files);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cx(
        "rounded-lg border border-dashed p-4 sm:p-6",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong",
      )}
    >
      {children}
    </div>
  );
}
