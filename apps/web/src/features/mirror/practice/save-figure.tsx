import { type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnFigureView } from '#libs/contracts';
import type { DeferredProps } from '../../../components/deferred';
import { chartImage } from '../../../lib/chart-image';
import { saveBlob } from '../../../lib/csv';
import { useFormat, useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { useFigureWords } from '../figure-words';
import { type FigureWish, ownExportHref } from '../figures-data';
import { SaveMenu } from '../save-menu';

interface SaveFigureProps extends DeferredProps {
  figure: OwnFigureView;
  wish: FigureWish;
  drawing: RefObject<HTMLDivElement | null>;
  /** The figure is on the screen as a table: there is no drawing to save. */
  tables: boolean;
}

/** What is shown as a picture, a file or on paper. A picture carries where it comes from. */
export function SaveFigure({ figure, wish, drawing, tables, ...menu }: SaveFigureProps) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const format = useFormat();
  const read = useFigureWords(figure.measure.content);
  const { card } = figure.group?.card ?? figure.card;
  const saveImage = async () => {
    const svg = drawing.current?.querySelector('svg');
    try {
      if (!svg) throw new Error('No drawing');
      const blob = await chartImage(svg, {
        title: words(figure.sentence),
        lines: [
          `${read.title(figure.item)}, ${read.unit}, ${read.period(figure.period)}.`,
          t('image.origin', {
            source: format.list(card.sources.map((source) => source.system)),
            date: format.date(card.sources[0]?.extractAt ?? card.responsibility.approvedAt),
            code: card.measure.code,
            version: card.measure.definitionVersion,
            figure: card.figureId,
          }),
        ],
      });
      saveBlob(`spiegel-${figure.measure.code}-${figure.item.code}.png`.toLowerCase(), blob);
    } catch {
      showToast(t('save.image.failed'), { kind: 'failed' });
    }
  };
  const files = (['xlsx', 'csv', 'pptx', 'datapackage'] as const).map((kind) => ({
    kind,
    href: ownExportHref(wish, kind),
  }));
  return <SaveMenu {...menu} files={files} onImage={tables ? null : saveImage} />;
}
