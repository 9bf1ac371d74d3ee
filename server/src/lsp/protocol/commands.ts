/** Command that the server runs: shows the page of a rule through `window/showDocument`. Its argument is the rule's name. */
export const rulePageCommand = 'inspectionResponse.openRulePage';

/**
 * Command that the server runs: adds an action that addresses a label to the plan of a response. Its arguments are the URI of an open
 * document of the response, and the label.
 */
export const addActionCommand = 'inspectionResponse.addAction';

/**
 * Command that the server runs: selects what is to be written over after edits, through `window/showDocument`. Its arguments are the URI of
 * the document and the range.
 */
export const showBlankCommand = 'inspectionResponse.showBlank';

/**
 * Command that a client may run itself, and then names in its `commands`: shows places, one by going there, several in a list. Its
 * arguments are the URI and position that it is asked from, and the locations.
 */
export const showPlacesCommand = 'inspectionResponse.showPlaces';

/**
 * Command that a client may run itself, and then names in its `commands`: saves a file that was just written into, so that what is in it
 * holds. Its argument is the URI.
 */
export const saveFileCommand = 'inspectionResponse.saveFile';

/** Kind of the code action that puts right everything safe. */
export const fixAllKind = 'source.fixAll.inspectionResponse';
