// What the service sends: the types of docs/service.md, as far as they are used here.

export type Severity = "error" | "warning" | "suggestion";
export type Decision = "allow" | "warn" | "block";
export type Format = "text" | "markdown" | "html";

/** A place in UTF-16 units of a field's text, half-open. */
export interface Span {
  start: number;
  end: number;
}

export interface Edit {
  utf16: Span;
  text: string;
}

export interface Fix {
  title: string;
  safety: "safe" | "unsafe" | "display";
  edits: Edit[];
}

export interface Related {
  field?: string;
  path: string;
  message: string;
  utf16: Span;
  excerpt: { line: string; start: number; end: number };
}

export interface Finding {
  field: string;
  rule: string;
  kind: string;
  entry: string;
  severity: Severity;
  message: string;
  text: string;
  utf16: Span;
  related: Related[];
  fixes: Fix[];
  fingerprint: string;
  confidence?: number;
  evidence?: string[];
}

export interface Verdict {
  stylebook: { name: string; digest: string };
  decision: Decision;
  findings: Finding[];
  dismissed: Finding[];
  remarks: { field: string; text: string }[];
  notices: string[];
  took: number;
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "suggestion"];
