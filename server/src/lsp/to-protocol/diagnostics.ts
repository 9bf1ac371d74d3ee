import type { Diagnostic } from 'vscode-languageserver';
import type { ReportedSeverity } from '../../language/configuration/configuration.ts';
import type { Report } from '../../language/rules/rule.ts';
import { rulePageIn } from '../../shipped.ts';
import type { Client } from '../connection/client.ts';
import { DiagnosticSeverity } from '../connection/protocol-library.ts';
import type { Others, Places } from './positions.ts';

/** Name of the program that the reports come from, as the editor shows it. */
export const diagnosticSource = 'inspection-response';

const severityNumbers: Readonly<Record<ReportedSeverity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(report: Report, places: Places, others: Others, client: Client): Diagnostic {
  const diagnostic: Diagnostic = {
    range: places.range(report.span),
    severity: severityNumbers[report.severity],
    code: report.rule,
    source: diagnosticSource,
    message: report.message,
  };
  if (client.diagnostics.codeDescription && client.home !== null)
    diagnostic.codeDescription = { href: rulePageIn(client.home, report.rule) };
  if (client.diagnostics.relatedInformation && report.related.length > 0) {
    diagnostic.relatedInformation = report.related.flatMap(({ address, span, message }) => {
      const other = others.get(address);
      return other ? [{ location: { uri: other.uri, range: other.places.range(span) }, message }] : [];
    });
  }
  return diagnostic;
}
