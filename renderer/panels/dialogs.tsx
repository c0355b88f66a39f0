// Dialogs: which dialog is drawn.
import { BackupsDialog } from './backups.tsx';
import { BannerDialog } from './banner.tsx';
import { ChartDialog } from './chartDialog.tsx';
import { DetailsDialog } from './details.tsx';
import { LikelihoodDialog } from './likelihood.tsx';
import { SaveTemplate } from './saveTemplate.tsx';
import { StartDialog } from './startDialog.tsx';
import { TemplateDialog } from './templateDialog.tsx';
import { LengthDialog } from './lengthDialog.tsx';
import { LinkFigure } from './linkFigure.tsx';
import { CorrectDialog } from './correctDialog.tsx';
import { GoToSection } from './outline.tsx';
import { Palette } from './palette.tsx';
import { PictureDialog } from './picture.tsx';
import { PortionDialog } from './portionDialog.tsx';
import { ProblemDialog } from './problemDialog.tsx';
import { ReferenceDialog } from './referenceDialog.tsx';
import { SettingsDialog } from './settings.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { ExportSheet } from './exportSheet.tsx';
import { About, LinkDialog, PasteSource, UnsavedDialog } from './smallDialogs.tsx';
import { useSession, useView } from './use.ts';

export function Dialogs() {
  const { dialog } = useView();
  const { problem } = useSession();
  // What went wrong comes before what was being done.
  if (problem) return <ProblemDialog problem={problem} />;
  switch (dialog?.kind) {
    case 'palette':
      return <Palette key="palette" />;
    case 'insert':
      return <Palette key={dialog.form} insert={dialog.form} />;
    case 'linkFigure':
      return <LinkFigure checkId={dialog.checkId} />;
    case 'correct':
      return <CorrectDialog key={dialog.factId} factId={dialog.factId} />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'settings':
      return <SettingsDialog />;
    case 'about':
      return <About />;
    case 'export':
      return <ExportSheet key="word" form="word" />;
    case 'exportPdf':
      return <ExportSheet key="pdf" form="pdf" />;
    case 'paste':
      return <PasteSource />;
    case 'backups':
      return <BackupsDialog />;
    case 'banner':
      return <BannerDialog />;
    case 'chart':
      return <ChartDialog factId={dialog.factId} />;
    case 'reference':
      return <ReferenceDialog />;
    case 'portion':
      return <PortionDialog />;
    case 'template':
      return <TemplateDialog />;
    case 'saveTemplate':
      return <SaveTemplate />;
    case 'details':
      return <DetailsDialog />;
    case 'likelihood':
      return <LikelihoodDialog />;
    case 'startFrom':
      return <StartDialog read={dialog.read} templateId={dialog.templateId} />;
    case 'lengthLimit':
      return <LengthDialog />;
    case 'section':
      return <GoToSection />;
    case 'link':
      return <LinkDialog />;
    case 'picture':
      return <PictureDialog key={dialog.picture.media} {...dialog} />;
    case 'unsaved':
      return <UnsavedDialog then={dialog.then} />;
    default:
      return null;
  }
}
