/** A plan of an invented council, with slips that are told by name in the tests. */
export const plan = `---
type: action-plan
house-style: generic
title: Northmere improvement plan
as-at: 2026-06-01
people:
  HA: { name: Hanna Aldous, post: Head of Assessment }
  RT: { name: Rob Tarrant, post: Head of Children in Care }
---

# Northmere improvement plan

## Areas for improvement

- **F1** The timeliness of assessments.
- **F2** Oversight by managers of the work of social workers.

## Actions

| Ref | Addresses | Action | Owner | Due | Status |
|---|---|---|---|---|---|
| A1 | F1 | Recruit six social workers | HA | 31 July 2026 | amber |
| A2 | F2 | Review every open case | RT |  | amber |

The board met on Tuesday, 13 May 2026.
`;

/** The date line's slip: 13 May 2026 was a Wednesday. */
export const wrongWeekday = 'Tuesday, 13 May 2026';

export const letter = `---
type: inspection-letter
house-style: generic
title: Letter to Northmere Council
---

# Monitoring visit to Northmere Council

## Areas for improvement

- **F1** The timeliness of assessments.
- **F2** Oversight by managers of the work of social workers.
`;
