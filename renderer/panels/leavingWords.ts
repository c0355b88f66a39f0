// LeavingWords: the sentences of the sheet of what will leave the machine.
import type { Copies, Leaving } from '../../shared/briefing/exportChoices.ts';

export interface LeavingRow {
  readonly label: string;
  readonly text: string;
}

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** "Ada Lind and Bo Ruiz"; more than three are counted. */
function names(all: readonly string[]): string {
  if (all.length > 3) return `${all.slice(0, 2).join(', ')} and ${all.length - 2} others`;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`;
}

/** One row for each kind of thing in the file, and one for what stays behind. */
export function leavingRows(leaving: Leaving, copies: Copies): readonly LeavingRow[] {
  const { comments, commentAuthors, notesStaying, properties, excerptsOf } = leaving;
  const where = copies === 'both' ? ', in the annotated copy only' : '';
  const { title, subject, author, language } = properties;
  const stays = [
    notesStaying === 0 ? '' : `${counted(notesStaying, 'note')}, `,
    `${notesStaying === 0 ? 'The' : 'the'} original sources, and every path on this machine`,
  ];
  return [
    {
      label: 'Comments',
      text: comments === 0 ? 'None' : `${counted(comments, 'comment')} by ${names(commentAuthors)}${where}`,
    },
    {
      label: 'Properties',
      text: [
        title === '' ? '' : `“${title}”`,
        subject === '' ? '' : `subject “${subject}”`,
        author === '' ? '' : `author ${author}`,
        `language ${language}`,
        'the time of this export',
      ]
        .filter((part) => part !== '')
        .join(', '),
    },
    {
      label: 'Sources',
      text: excerptsOf === 0 ? 'No excerpts inside' : `Excerpts of ${counted(excerptsOf, 'article')} inside`,
    },
    { label: 'Stays here', text: stays.join('') },
  ];
}
