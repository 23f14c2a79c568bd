/** The 16 points of Gauss–Legendre quadrature, their half from 0 to 1, with their weights (Abramowitz and Stegun, table 25.4). */
const points = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.18260341504492358],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.027152459411754096],
] as const;

export interface Node {
  readonly at: number;
  readonly weight: number;
}

/** Nodes that integrate from 0 to 1 in so many equal panels; one panel is exact for polynomials of degree 31. */
export function nodesBetweenZeroAndOne(panels: number): Node[] {
  const half = 1 / panels / 2;
  return Array.from({ length: panels }, (_, panel) => (2 * panel + 1) * half).flatMap((middle) =>
    points.flatMap(([x, weight]) => [
      { at: middle - half * x, weight: weight * half },
      { at: middle + half * x, weight: weight * half },
    ]),
  );
}
