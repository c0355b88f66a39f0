// TakeBack: takes something back that the text's own undo does not reach: what it touched stands again as it was.

export type TakeBack = () => void;
