// The closed list of Word fields that an export may hold; no function takes an instruction string, so no text becomes a field.
import { BuilderElement, TextRun, XmlComponent, type IRunPropertiesOptions } from 'docx';

/** Every instruction that can stand in a file of ours. */
type Instruction = 'PAGE' | 'NUMPAGES';

class InstructionText extends XmlComponent {
  constructor(instruction: Instruction) {
    super('w:instrText');
    this.root.push(instruction);
  }
}

function mark(type: 'begin' | 'separate' | 'end'): XmlComponent {
  return new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } });
}

/**
 * A complex field in five runs. `w:fldSimple` would be shorter, but pandoc and mammoth drop it with its text. It is
 * not dirty: Word reckons page numbers whenever it lays out a page, and asks nothing on opening.
 */
function field(instruction: Instruction, shown: string, props: IRunPropertiesOptions): TextRun[] {
  return [
    new TextRun({ ...props, children: [mark('begin')] }),
    new TextRun({ ...props, children: [new InstructionText(instruction)] }),
    new TextRun({ ...props, children: [mark('separate')] }),
    new TextRun({ ...props, text: shown }),
    new TextRun({ ...props, children: [mark('end')] }),
  ];
}

/** The number of the page it stands on. */
export function page(props: IRunPropertiesOptions = {}): TextRun[] {
  return field('PAGE', '1', props);
}

/** The number of pages of the document. */
export function numPages(props: IRunPropertiesOptions = {}): TextRun[] {
  return field('NUMPAGES', '1', props);
}
