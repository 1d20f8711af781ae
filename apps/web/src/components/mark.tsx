const DOTS = [0, 1, 2, 3, 4].map((i) => {
  const angle = -Math.PI / 2 + (i * 2 * Math.PI) / 5;
  return { x: 13 + 8.6 * Math.cos(angle), y: 13 + 8.6 * Math.sin(angle), r: i === 0 ? 4.1 : 3.1 };
});

/** The mark: five around one table. Decoration; the name stands beside it. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden className="lk-icon">
      <circle cx="13" cy="13" r="8.6" fill="none" stroke="var(--lk-accent-line)" strokeWidth="1.6" />
      {DOTS.map((dot) => (
        <circle key={dot.x} cx={dot.x} cy={dot.y} r={dot.r} fill="var(--lk-accent)" />
      ))}
    </svg>
  );
}
