/**
 * How the pictures of an overview look, beside the style of the page that they stand on: in the colours of the editor's theme, and where
 * there is none, on a page of its own or on paper, in dark ones on a light ground. No colour says anything that a shape or word does not.
 */
export const overviewStyle = `
.figures { display: flex; flex-wrap: wrap; gap: .6rem 1.8rem; margin: 1rem 0; } .figures > div { display: flex; flex-direction: column-reverse; }
.figures dt { font-size: .95em; } .figures dd { margin: 0; font-size: 1.8em; line-height: 1.2; font-weight: bold; }
.chart { display: block; max-width: 100%; height: auto; margin: .5rem 0 .8rem; overflow: visible; font-size: 13px; } .chart text { fill: currentColor; } .chart .strong { font-weight: bold; }
tbody th { font-weight: normal; } td .chart { margin: 0 0 .2rem; min-width: 7rem; } details { margin: 0 0 .6rem; } summary { cursor: pointer; padding: .15rem 0; } .key { list-style: none; padding: 0; } .shape { font-weight: bold; }
.chart rect { stroke: currentColor; stroke-width: 1; fill: none; }
.chart .of-off-track, .chart .when-overdue { fill: var(--vscode-charts-red, #a4161a); } .chart .of-at-risk, .chart .when-due-soon { fill: var(--vscode-charts-yellow, #d19a00); }
.chart .of-on-track { fill: var(--vscode-charts-green, #1b6e3c); } .chart .of-complete, .chart .when-complete { fill: var(--vscode-charts-blue, #1f4e79); }
.chart .of-other, .chart .when-date-passed { fill: var(--vscode-charts-orange, #b35900); fill-opacity: .5; } .chart .actual { fill: var(--vscode-charts-purple, #652d90); }
.chart .when-given-up, .chart .of-untold { stroke-dasharray: 3 2; }
.chart .now { stroke-dasharray: 4 2; } .chart line { stroke: currentColor; } .chart .left-out { stroke-dasharray: 1 4; } .chart .target { stroke-width: 2; } .chart .axis { stroke-opacity: .6; }
.chart .baseline { fill: var(--vscode-editor-background, #fff); stroke: currentColor; stroke-width: 2; }
.chart .covered-not-answered { stroke: var(--vscode-charts-red, #a4161a); stroke-width: 3; } .chart .covered-cannot-be-told { stroke-dasharray: 3 2; } .chart .covered-asks-for-nothing { stroke-opacity: .6; }
.chart .covered-answered { fill: var(--vscode-charts-green, #1b6e3c); fill-opacity: .3; } .chart .covered-answered-by-complete-actions { fill: var(--vscode-charts-blue, #1f4e79); fill-opacity: .35; }
@media print { .chart, tr, li { break-inside: avoid; } h2, h2 + p, summary { break-after: avoid; } .chart rect { print-color-adjust: exact; } }
`.trim();
