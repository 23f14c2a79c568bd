interface LineKeyProps {
  className: string;
  dash?: string | undefined;
  width?: number;
}

/** A piece of a line as the picture draws it, for its legend. */
export function LineKey({ className, dash, width = 2.5 }: LineKeyProps) {
  return (
    <svg viewBox="0 0 32 4" className="h-1 w-8" aria-hidden="true">
      <line
        x1={0}
        y1={2}
        x2={32}
        y2={2}
        strokeWidth={width}
        strokeDasharray={dash}
        className={className}
      />
    </svg>
  );
}
