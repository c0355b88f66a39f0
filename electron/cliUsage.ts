// CliUsage: what `chancery --help` prints.
declare const __APP_VERSION__: string;

export const USAGE = `Chancery ${__APP_VERSION__}: briefing notes whose quotations and figures can be traced to their source.

chancery facts  FILE...        [--json | --jsonl | --table] [--date YYYY-MM-DD]
chancery brief  FILE... -o OUT [--template ID | FILE.json] [--title T] [--to T] [--from T] [--date YYYY-MM-DD] [--banner T]
chancery export IN.brief -o OUT [--house-style FILE]
chancery check  IN.brief       [--json]      exit 0 clean, 1 something to settle, 2 could not run
chancery check  IN.docx [FILE...] [--json]   a sent file against the sources it carries, or those given
chancery styles FILE           which styles of a .docx or .dotx an export in its style uses
chancery templates

FILE is .txt or .md; - is standard input. OUT ends in .docx, .pdf or (brief only) .brief.
  --author NAME    who writes (default: Analyst)
  --annotated      notes marked for export leave as Word comments (default)
  --clean          no comments in the Word file; with --annotated both: OUT.docx clean, "OUT (annotated).docx" beside it
  --page P         a4 or letter (default: a4; letter where the language is en-US or en-CA)
  --footnotes, --endnotes  where the citations stand (default: footnotes)
  --contents       a list of contents after the title block
  --portion-marks  print the portion mark of each paragraph that has one
  --no-sources-inside  leave out the excerpts of sources by which the Word file can be checked later
                   What is not given here is as the export sheet of the window was last set for this briefing.
  --pdf            OUT as PDF too, always without comments; needs Electron
  --encoding E     read the text as this encoding
  --house-style F  styles, page, header and footer of the Word file are those of F, a .docx or .dotx
  --force          replace OUT when it exists
  --no-model       rules only; this version has no trained model, so nothing changes
  --version, --help
`;
