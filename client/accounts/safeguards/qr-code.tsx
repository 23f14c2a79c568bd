import { encode } from "uqr";

const quietZone = 4;

/** A text as a picture that phones read: always dark on light, whatever the page looks like. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: quietZone });
  const dots = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-52 max-w-full rounded-md border border-line"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dots.join("")} fill="#000000" />
    </svg>
  );
}
