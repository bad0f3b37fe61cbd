import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Attached, Paper, PaperPart } from './paper.ts';
import { writable } from './writable.ts';

const require = createRequire(import.meta.url);
const fonts = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  strong: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;

/** Points, 72 to the inch. */
const margin = { top: 64, bottom: 72, left: 60, right: 60 } as const;
const sizes = { title: 20, 2: 14, 3: 11.5, text: 10, small: 8.5 } as const;
const ink = { text: '#111111', quiet: '#444444', line: '#767676' } as const;

type Sheet = PDFKit.PDFDocument;

/**
 * A paper as a PDF for printing and for the archive: A4, fonts inside, tagged for screen readers, page numbers, and the
 * same bytes for the same paper. Signs the fonts do not have are written as their Unicode number: nothing disappears.
 */
export async function makePdf(paper: Paper): Promise<Uint8Array> {
  const madeAt = new Date(paper.madeAt);
  const doc = new PDFDocument({
    size: 'A4',
    margins: margin,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: paper.language,
    pdfVersion: '1.7',
    // The variant for archives that may carry files.
    subset: 'PDF/A-3a',
    font: fonts.plain,
    info: { Title: paper.title, Author: paper.author, CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });

  const whole = doc.struct('Document');
  doc.addStructure(whole);
  const put = (tag: string, draw: () => void): void => {
    whole.add(doc.struct(tag, {}, draw));
  };
  if (paper.marking !== undefined) {
    const { marking } = paper;
    put('P', () => {
      write(doc, marking, { font: 'strong', size: sizes.text });
    });
  }
  put('H1', () => {
    write(doc, paper.title, { font: 'strong', size: sizes.title, after: 0.5 });
  });
  for (const part of paper.parts) draw(doc, part, put, whole);
  whole.end();
  for (const file of paper.attached ?? []) attach(doc, file, madeAt);
  foot(doc, paper);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

interface Look {
  readonly font?: keyof typeof fonts;
  readonly size?: number;
  readonly colour?: string;
  readonly indent?: number;
  /** Lines left empty below. */
  readonly after?: number;
}

function write(doc: Sheet, text: string, { font = 'plain', size, colour, indent = 0, after = 0.3 }: Look = {}): void {
  doc
    .font(fonts[font])
    .fontSize(size ?? sizes.text)
    .fillColor(colour ?? ink.text);
  doc.text(writable(doc, text), margin.left + indent, doc.y, { width: widthOf(doc) - indent, lineGap: 2 });
  doc.moveDown(after);
}

const widthOf = ({ page }: Sheet): number => page.width - margin.left - margin.right;

/** Starts a new page when less than this many points are left: a heading is not left alone at the foot. */
function room(doc: Sheet, points: number): void {
  if (doc.y + points > doc.page.height - margin.bottom) doc.addPage();
}

type Put = (tag: string, draw: () => void) => void;

function draw(doc: Sheet, part: PaperPart, put: Put, whole: PDFKit.PDFStructureElement): void {
  switch (part.kind) {
    case 'heading':
      room(doc, 80);
      doc.moveDown(0.6);
      put(`H${part.level}`, () => {
        write(doc, part.text, { font: 'strong', size: sizes[part.level] });
      });
      return;
    case 'text': {
      const { tone = 'plain' } = part;
      put('P', () => {
        write(doc, part.text, tone === 'quiet' ? { size: sizes.small, colour: ink.quiet } : { font: tone });
      });
      return;
    }
    case 'facts':
      for (const [name, text] of part.rows) {
        room(doc, 36);
        put('P', () => {
          write(doc, name, { size: sizes.small, colour: ink.quiet, after: 0 });
        });
        put('P', () => {
          write(doc, text, { after: 0.5 });
        });
      }
      return;
    case 'list':
      for (const [index, item] of part.items.entries()) {
        room(doc, 24);
        put('P', () => {
          write(doc, `${part.numbered ? `${index + 1}.` : '•'} ${item}`, { indent: 10 });
        });
      }
      doc.moveDown(0.4);
      return;
    case 'table':
      table(doc, part, whole);
      return;
    case 'framed':
      framed(doc, part.text, put);
      return;
    case 'signature':
      room(doc, 80);
      doc.moveDown(3.5);
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .moveTo(margin.left, doc.y)
        .lineTo(margin.left + 260, doc.y)
        .lineWidth(0.8)
        .stroke(ink.line);
      doc.endMarkedContent();
      doc.moveDown(0.3);
      put('P', () => {
        write(doc, part.under, { size: sizes.small, colour: ink.quiet });
      });
      return;
  }
}

function table(doc: Sheet, part: Extract<PaperPart, { kind: 'table' }>, whole: PDFKit.PDFStructureElement): void {
  room(doc, 60);
  doc.font(fonts.plain).fontSize(sizes.small).fillColor(ink.text);
  const fit = (cell: string): string => writable(doc, cell);
  const parent = doc.struct('Table');
  whole.add(parent);
  doc.x = margin.left;
  const rows = doc.table({
    maxWidth: widthOf(doc),
    structParent: parent,
    defaultStyle: { padding: 4, border: 0.5, borderColor: ink.line },
  } as PDFKit.Mixins.TableOptions);
  rows.row(part.columns.map((text) => ({ text: fit(text), type: 'TH', font: { src: fonts.strong } })));
  for (const row of part.rows) rows.row(row.map(fit));
  rows.end();
  parent.end();
  doc.x = margin.left;
  doc.moveDown(0.6);
}

function framed(doc: Sheet, text: string, put: Put): void {
  const padding = 8;
  doc.font(fonts.plain).fontSize(sizes.text);
  const width = widthOf(doc) - 2 * padding;
  const height = doc.heightOfString(writable(doc, text), { width, lineGap: 2 }) + 2 * padding;
  if (height > doc.page.height - margin.top - margin.bottom) {
    put('P', () => {
      write(doc, text);
    });
    return;
  }
  room(doc, height);
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(margin.left, doc.y, widthOf(doc), height).lineWidth(1).stroke(ink.line);
  doc.endMarkedContent();
  const below = doc.y + height;
  doc.y += padding;
  put('P', () => {
    doc.font(fonts.plain).fontSize(sizes.text).fillColor(ink.text);
    doc.text(writable(doc, text), margin.left + padding, doc.y, { width, lineGap: 2 });
  });
  doc.y = below;
  doc.moveDown(0.8);
}

function attach(doc: Sheet, { name, type, description, text }: Attached, at: Date): void {
  doc.file(Buffer.from(text, 'utf8'), {
    name,
    type,
    description,
    creationDate: at,
    modifiedDate: at,
    relationship: 'Data',
  } as PDFKit.Mixins.PDFAttachmentOptions);
}

/** What stands at the foot is for the eye: a screen reader would meet it in the middle of a sentence. */
function foot(doc: Sheet, { footer, marking, pageLabel }: Paper): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    const { margins, height } = doc.page;
    const bottom = margins.bottom;
    // Writing below the margin would otherwise begin a new page.
    margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(fonts.plain).fontSize(sizes.small).fillColor(ink.quiet);
    const line = { width: widthOf(doc), lineBreak: false, height: 12, ellipsis: true };
    doc.text(writable(doc, footer), margin.left, height - 52, { ...line, width: widthOf(doc) - 90 });
    doc.text(pageLabel(page + 1, count), margin.left, height - 52, { ...line, align: 'right' });
    if (marking !== undefined && page > 0) doc.text(writable(doc, marking), margin.left, 36, line);
    doc.endMarkedContent();
    margins.bottom = bottom;
  }
}
