import { answersIn, labelsElsewhere } from '../../../language/render/answers.ts';
import { pageChange, type Page } from '../../../language/render/page.ts';
import { render } from '../../../language/render/render.ts';
import type { ResponseFacts } from '../../../language/response/facts.ts';
import type { Snapshot } from '../../../language/snapshot.ts';
import type { DocumentAddress } from '../../../language/text/document-address.ts';
import type { Preview, PreviewParams } from '../../protocol/preview.ts';

interface Shown {
  readonly revision: number;
  readonly page: Page;
}

/** Keeps, for each document that is previewed, what its preview shows, and so sends only what has changed. */
export function createPreviews() {
  const shown = new Map<DocumentAddress, Shown>();
  const answers = new WeakMap<ResponseFacts, Page['answers']>();
  let lastRevision = 0;

  const pageOf = ({ model, response }: Snapshot, remotePictures: boolean, before: Page | null): Page => {
    const { address, context } = model;
    const rendering = render(
      model,
      { remotePictures, ...(response && { elsewhere: labelsElsewhere(response, address) }) },
      before?.rendering ?? null,
    );
    let known = response ? answers.get(response) : noAnswers;
    if (!known) answers.set(response!, (known = answersIn(response!, address)));
    return { rendering, council: context.houseStyle.council, answers: known };
  };

  return {
    /**
     * What must change in a preview that shows `revision` of a document; the whole page where it shows nothing, or something that is
     * forgotten.
     */
    preview(snapshot: Snapshot, { revision, remotePictures = false }: PreviewParams): Preview {
      const { address, version } = snapshot.model;
      const known = shown.get(address) ?? null;
      const base = known !== null && known.revision === revision ? known.page : null;
      const page = pageOf(snapshot, remotePictures, known?.page ?? null);
      const change = pageChange(base, page);
      const isSame = base !== null && change.head === null && change.removed === 0 && change.inserted.length === 0;
      const now = isSame ? known!.revision : ++lastRevision;
      shown.set(address, { revision: now, page });
      return { version, revision: now, isWhole: base === null, change };
    },
    /** The preview of a document was closed. */
    forget: (address: DocumentAddress): void => {
      shown.delete(address);
    },
  };
}

const noAnswers: Page['answers'] = new Map();
