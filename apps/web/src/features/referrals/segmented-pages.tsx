import { Pills } from './pills';

interface SegmentedPagesProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** Which of two ways: a list, or one by hand. */
export function SegmentedPages(props: SegmentedPagesProps) {
  return (
    <div style={{ marginBottom: 16 }}>
      <Pills hideLabel {...props} />
    </div>
  );
}
