import { Anchor } from '@mantine/core';

/** Paragraphs of a text with its web addresses as links. */
export function RichText({ text, className }: { text: string; className?: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return paragraphs.map((paragraph, at) => (
    <p key={at} className={className} dir="auto">
      <Linked text={paragraph} />
    </p>
  ));
}

/** One text with its web addresses as links; line ends are kept by its style. */
export function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/).map((part, at) =>
    /^https?:\/\//.test(part) ? (
      <Anchor key={at} href={part} target="_blank" rel="noreferrer noopener">
        {part}
      </Anchor>
    ) : (
      <span key={at}>{part}</span>
    ),
  );
}
