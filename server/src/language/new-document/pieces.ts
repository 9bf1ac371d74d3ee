/** Smaller than a section: what an officer adds to one. */
export interface Piece {
  readonly name: string;
  /** What it is asked for by. */
  readonly prefixes: readonly string[];
  /** Places to fill in stand in `[square brackets]`. */
  readonly text: string;
  readonly description: string;
}

export const pieces: readonly Piece[] = (
  [
    [
      'Finding',
      ['finding', 'area for improvement'],
      '- **F[number]** [The area for improvement, in the inspectors’ words.]',
      'An area for improvement',
    ],
    [
      'Priority finding',
      ['priority finding', 'area for priority action'],
      '- **P[number]** [The area for priority action, in the inspectors’ words.]',
      'An area for priority action',
    ],
    ['Strength', ['strength'], '- **S[number]** [The strength, in the inspectors’ words.]', 'A strength'],
    [
      'Recommendation',
      ['recommendation'],
      '- **R[number]** That the [name of the body] [considers, endorses or agrees what].',
      'A recommendation: one body, one act',
    ],
    [
      'Recommendation that delegates',
      ['recommendation delegation', 'delegation'],
      '- **R[number]** That the [name of the body] delegates authority to the [post], in consultation with the [post or portfolio], to [act and its limits].',
      'Delegated authority: post, consultee and limit',
    ],
    [
      'Action item',
      ['action item'],
      '- **A[number]** [What will be done, and how anyone can tell that it is done]\n  - Owner: [one post]\n  - Due: [day, month and year]\n  - Addresses: [labels of the findings]\n  - Measure: [what is counted] from [baseline] ([month and year]) to [target] by [day, month and year]\n  - Evidence: [what will show it]\n  - Status: [status]',
      'An action with its fields',
    ],
    [
      'Action row',
      ['action row'],
      '| A[number] | [Findings] | [What will be done] | [One post] | [Day, month and year] | [Baseline, target and by when] | [What will show it] | [Status] |',
      'A row of the action table',
    ],
    [
      'Action table',
      ['action table'],
      '| Ref | Addresses | Action | Owner | Due | Measure | Evidence | Status |\n|---|---|---|---|---|---|---|---|\n| A[number] | [Findings] | [What will be done] | [One post] | [Day, month and year] | [Baseline, target and by when] | [What will show it] | [Status] |',
      'A table of actions',
    ],
    [
      'Measure row',
      ['measure row'],
      '| M[number] | [What is counted, and of how many] | [Where it stood, and when] | [Where it should be] | [Where it is] | [Day, month and year] |',
      'A row of the table of measures',
    ],
    [
      'Measure table',
      ['measure table'],
      '| Ref | Measure | Baseline | Target | Actual | By |\n|---|---|---|---|---|---|\n| M[number] | [What is counted, and of how many] | [Where it stood, and when] | [Where it should be] | [Where it is] | [Day, month and year] |',
      'A table of measures',
    ],
    [
      'Measure',
      ['measure'],
      '[What is counted] from [baseline] ([month and year]) to [target] by [day, month and year]',
      'A measure: baseline, target, date',
    ],
    ['Acronym', ['acronym'], '[Long form] ([SHORT FORM])', 'A short form explained at first use'],
  ] as const
).map(([name, prefixes, text, description]) => ({ name, prefixes, text, description }));
